/** Hands messages over: to a mail server, or to a folder when there is none. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';

/** A message ready to go. `id` is the same each time it is tried, so that a second copy can be told from a second message. */
export interface Letter {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** For the folder, without ending. */
  readonly fileName: string;
}

/** A way out. */
export interface Post {
  /** Whether messages leave this machine; then nobody may be written to without an address of their own. */
  readonly leaves: boolean;
  /** Resolves when the message has been taken over, with the file if there is one. Rejects when it was not. */
  send(letter: Letter): Promise<string | undefined>;
}

const SECONDS = 1000;

/** Sends over SMTP. Timeouts are short: a sweep has other messages to try, and the next sweep is never far away. */
export function smtpPost(url: string): Post {
  const timeouts = { connectionTimeout: 10 * SECONDS, greetingTimeout: 10 * SECONDS, socketTimeout: 30 * SECONDS };
  const transport = createTransport({ url, ...timeouts });
  return {
    leaves: true,
    send: async (letter) => {
      await transport.sendMail(mailOf(letter));
      return undefined;
    },
  };
}

/**
 * Writes each message as an `.eml` file, complete or not at all. The name belongs to the message, so that writing it a
 * second time leaves one file.
 */
export function folderPost(folder: string): Post {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    leaves: false,
    send: async (letter) => {
      const { message } = await transport.sendMail(mailOf(letter));
      await mkdir(folder, { recursive: true });
      const path = join(folder, `${letter.fileName}.eml`);
      await writeFile(`${path}.part`, message);
      await rename(`${path}.part`, path);
      return path;
    },
  };
}

/** What a log and a page may know of a failure: one short line, without the address of the server. */
export function whyNot(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const said = [typeof code === 'string' ? code : undefined, typeof message === 'string' ? message : String(error)];
  const line = said.filter(Boolean).join(': ').replace(/\s+/g, ' ');
  return line.replace(/[a-z]+:\/\/\S*@/gi, '***@').slice(0, 200);
}

/** Whether the mail server could not be reached at all, so that the next message will fare no better. */
export const isUnreachable = (error: unknown): boolean => {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return typeof code === 'string' && responseCode === undefined && code.startsWith('E') && code !== 'EENVELOPE';
};

const mailOf = ({ id, from, to, subject, text, at }: Letter): SendMailOptions => ({
  from,
  to,
  subject,
  text,
  date: new Date(at),
  messageId: `<${id}@${/@([^\s>]+)/.exec(from)?.[1] ?? 'etapp.invalid'}>`,
  // RFC 3834: out-of-office and other automatic answers are not to come back.
  headers: { 'Auto-Submitted': 'auto-generated' },
  textEncoding: 'quoted-printable',
  xMailer: false,
  disableFileAccess: true,
  disableUrlAccess: true,
});
