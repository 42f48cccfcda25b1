/** No line is longer than this, whatever the terminal. */
export const WIDTH = 100;

/**
 * The text in lines of at most `width` columns, broken between words. Lines of the text are kept; `indent` begins every
 * line that a break makes. A word longer than the line is left whole.
 */
export const wrapped = (text: string, indent = '', width = WIDTH): string =>
  text
    .split('\n')
    .map((line) => oneLine(line, indent, width))
    .join('\n');

function oneLine(line: string, indent: string, width: number): string {
  const lines: string[] = [];
  let current: string | undefined;
  for (const word of line.split(' ')) {
    const longer: string = current === undefined ? word : `${current} ${word}`;
    const blank = current === undefined || current.trim() === '' || current === indent;
    if (blank || columns(longer) <= width) current = longer;
    else {
      lines.push((current ?? '').trimEnd());
      current = `${indent}${word}`;
    }
  }
  return [...lines, current ?? ''].join('\n');
}

// eslint-disable-next-line no-control-regex -- an escape sequence begins with a control character
const ESCAPES = /\u001b\[[0-9;]*m/g;

/** How wide a text is on the screen: colours take no room. */
export const columns = (text: string): number => [...text.replace(ESCAPES, '')].length;
