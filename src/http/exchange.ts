/** The little that we use of a request and an answer of the HTTP adapter. */
export interface Incoming {
  method: string;
  url: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body?: unknown;
}

export interface Answering {
  sent: boolean;
  status(code: number): Answering;
  header(name: string, value: string): Answering;
  send(body: string): Answering;
}

/** The path that was asked for, without the query. */
export const pathOf = ({ url }: Incoming): string => url.split('?', 1)[0] ?? url;
