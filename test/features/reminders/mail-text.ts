/** A message taken apart: its headers unfolded, its words decoded. */
export interface ParsedMail {
  headers: Map<string, string>;
  body: string;
}

export function parseMail(source: string): ParsedMail {
  const [head = '', ...rest] = source.split('\r\n\r\n');
  const headers = head
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map(
      (line) =>
        [
          line.slice(0, line.indexOf(':')).toLowerCase(),
          decodedWords(line.slice(line.indexOf(':') + 1).trim()),
        ] as const,
    );
  return { headers: new Map(headers), body: quotedPrintable(rest.join('\r\n\r\n')).replaceAll('\r\n', '\n') };
}

const quotedPrintable = (text: string): string => {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
};

// RFC 2047; between two encoded words the space does not count.
const decodedWords = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('utf8')
        : quotedPrintable(text.replaceAll('_', ' ')),
    );
