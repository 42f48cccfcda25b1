/**
 * Looks through the tokens of a YAML text before anything is built of them. A file that nests without end takes the whole
 * program down in the parser, and not only itself: the stack ends inside the compiler of regular expressions. Aliases
 * can grow into more than the memory holds, and a file of nothing but signs into a thousand times its size.
 */
import { Lexer } from 'yaml';
import type { Bilingual } from './data-error.js';

/** The deepest of our own files nests ten levels. */
const DEEPEST = 40;
/** The longest of our own files has twenty-five thousand. */
const MOST_TOKENS = 200_000;

/** What is refused, and where it begins. */
export interface Beyond {
  offset: number;
  problem: Bilingual;
}

const tooDeep = {
  sv: `Här är fler än ${DEEPEST} nivåer inuti varandra; ingen fil behöver det`,
  en: `Here are more than ${DEEPEST} levels within each other; no file needs that`,
};
const tooMany = {
  sv: `Filen har fler än ${MOST_TOKENS} delar och läses inte`,
  en: `The file has more than ${MOST_TOKENS} parts and is not read`,
};
const alias = {
  sv: 'Hänvisningar inom filen (*alias) tas inte emot; skriv ut värdet',
  en: 'References within the file (*alias) are not accepted; write the value out',
};

// What the lexer puts before the text of a scalar.
const SCALAR = '\u001F';
const marks = ['\u0002', '\u0018', '\uFEFF'];

/** The first thing in the text that no data file needs; undefined when there is none. Takes no more than one pass. */
export function beyondLimits(text: string): Beyond | undefined {
  const depth = new Depth();
  let [offset, tokens, scalar] = [0, 0, false];
  for (const token of new Lexer().lex(text)) {
    tokens += 1;
    if (tokens > MOST_TOKENS) return { offset, problem: tooMany };
    if (!scalar && marks.includes(token)) continue;
    if (token === SCALAR && !scalar) {
      scalar = true;
      continue;
    }
    if (!scalar && token.startsWith('*')) return { offset, problem: alias };
    if (depth.after(token, scalar) > DEEPEST) return { offset, problem: tooDeep };
    scalar = false;
    offset += token.length;
  }
  return undefined;
}

/** How deep a place is: brackets that are open, and columns that lines and dashes have moved in. */
class Depth {
  private brackets = 0;
  private column = 0;
  private readonly columns: number[] = [];
  /** A part may begin at the next token: it is the first of its line, or stands after a dash. */
  private begins = true;

  after(token: string, scalar: boolean): number {
    if (!scalar && token.trim() === '') this.pass(token);
    else if (scalar || !this.bracket(token)) this.part(token, scalar);
    return this.brackets + this.columns.length;
  }

  private bracket(token: string): boolean {
    const [opens, closes] = [token === '[' || token === '{', token === ']' || token === '}'];
    if (opens) this.brackets += 1;
    if (closes) this.brackets = Math.max(0, this.brackets - 1);
    if (opens || closes) this.pass(token);
    return opens || closes;
  }

  private part(token: string, scalar: boolean): void {
    if (this.begins && this.brackets === 0) {
      while (this.columns.length > 0 && (this.columns.at(-1) ?? 0) >= this.column) this.columns.pop();
      this.columns.push(this.column);
    }
    this.begins = !scalar && (token === '-' || token === '?');
    this.pass(token);
  }

  private pass(token: string): void {
    const last = token.lastIndexOf('\n');
    this.column = last < 0 ? this.column + token.length : token.length - last - 1;
    if (last >= 0) this.begins = true;
  }
}
