/** Where the words of the law can be read in more than one way: what each reading gives, beside the one in force. */
import type { Certainty, Law, PlainDate } from '../../../machines/grammar/index.js';
import { weakest } from '../law/certainty.js';
import { lawOn } from '../law/law-on.js';
import type { StatuteBook } from '../law/statute-book.js';

/** A value of the law that chooses among readings. */
export interface ReadingKey {
  citation: string;
  value: string;
}

/** One ambiguity with its readings; `answer` is what was asked about, under each. */
export interface Ambiguity<T> extends ReadingKey {
  question: string;
  /** The reading in force on the day. */
  inForce: string;
  certainty: Certainty;
  /** Why that reading. */
  note?: string;
  options: { choice: string; says: string; inForce: boolean; answer: T }[];
}

/**
 * Answers a question under every reading of every ambiguous place that it touches, one place at a time: the others stay as
 * they are in force. Which places there are stands in the law files; the question itself tells which it touches.
 */
export function underEachReading<T>(ask: (law: Law) => T, on: PlainDate, book: StatuteBook): Ambiguity<T>[] {
  const touched = new Map<string, ReadingKey>();
  ask(
    choosing(lawOn(book, on), (key, ordinary) => {
      touched.set(`${key.citation} ${key.value}`, key);
      return ordinary();
    }),
  );
  return [...touched.values()].sort(byName).flatMap((key) => ambiguity(key, ask, on, book));
}

const byName = (a: ReadingKey, b: ReadingKey): number =>
  a.citation === b.citation ? Number(a.value > b.value) - Number(a.value < b.value) : a.citation < b.citation ? -1 : 1;

function ambiguity<T>(key: ReadingKey, ask: (law: Law) => T, on: PlainDate, book: StatuteBook): Ambiguity<T>[] {
  const declared = book.find(key.citation).provision.readings?.[key.value];
  if (!declared) return [];
  const law = lawOn(book, on);
  const { choice: inForce, rule } = law.choice(key.citation as '0:0 ', key.value);
  const options = Object.entries(declared.options).map(([choice, says]) => ({
    choice,
    says,
    inForce: choice === inForce,
    answer: ask(readAs(law, key, choice)),
  }));
  const { question } = declared;
  // A reading is never settled: the words themselves leave it open.
  const certainty = weakest('authority-decides', rule.certainty);
  return [{ ...key, question, inForce, certainty, ...(rule.note && { note: rule.note }), options }];
}

/** The law of the day with one place read otherwise. */
const readAs = (law: Law, key: ReadingKey, choice: string): Law =>
  choosing(law, (asked, ordinary) =>
    asked.citation === key.citation && asked.value === key.value ? { ...ordinary(), choice } : ordinary(),
  );

type Chosen = ReturnType<Law['choice']>;

const choosing = (law: Law, choose: (key: ReadingKey, ordinary: () => Chosen) => Chosen): Law => ({
  ...law,
  choice: (citation, value) => choose({ citation, value }, () => law.choice(citation, value)),
});
