/** What a verb writes on: answers on standard output, everything else on standard error. */
import pc from 'picocolors';
import type { Language } from '../http/message-words.js';
import { wrapped } from './wrapped.js';

/** As much of a stream as we use; `isTTY` when somebody is watching. */
export interface Stream {
  write(text: string): unknown;
  isTTY?: boolean | undefined;
}

export interface TerminalOptions {
  stdout: Stream;
  stderr: Stream;
  language: Language;
  json: boolean;
}

/** Chooses between the Swedish and the English wording. */
export type Say = (sv: string, en: string) => string;

/** A text in the language. */
export const sayIn =
  (language: Language): Say =>
  (sv, en) =>
    language === 'sv' ? sv : en;

type Paint = ReturnType<typeof pc.createColors>;

/** One run's output. With `json` nothing but the one document reaches standard output. */
export class Terminal {
  readonly language: Language;
  readonly json: boolean;
  readonly say: Say;
  readonly paint: Paint;
  /** Colours for what goes to standard error. */
  readonly alarm: Paint;
  readonly watched: boolean;
  readonly stderr: Stream;
  private readonly stdout: Stream;

  constructor({ stdout, stderr, language, json }: TerminalOptions) {
    this.stdout = stdout;
    this.stderr = stderr;
    this.language = language;
    this.json = json;
    this.say = sayIn(language);
    this.watched = stderr.isTTY === true;
    this.paint = pc.createColors(stdout.isTTY === true && pc.isColorSupported);
    this.alarm = pc.createColors(this.watched && pc.isColorSupported);
  }

  /** A line of the answer, as it is. */
  line(text = ''): void {
    this.stdout.write(`${text}\n`);
  }

  /** Running text of the answer, broken into lines. `indent` is put before every line but the first. */
  text(text: string, indent = ''): void {
    this.line(wrapped(text, indent));
  }

  heading(text: string): void {
    this.line();
    this.line(this.paint.bold(text));
  }

  /** Something beside the answer. */
  note(text: string, indent = ''): void {
    this.stderr.write(`${wrapped(text, indent)}\n`);
  }

  /** The one document of a run with `--json`. */
  document(value: unknown): void {
    this.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  }
}
