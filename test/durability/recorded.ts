/** What is recorded while processes and databases die, and what was answered. */
import { journey } from '../../src/engine/journeys.js';
import { book, registry } from '../support/law.js';
import type { Line, PlannedCase } from './processes.js';

/** A case has no more facts than this. */
export const MOST_FACTS = 8;

/** Invented histories to record; they are used over and over under new keys. */
const histories = Array.from(
  { length: 30 },
  (_, seed) => journey({ registry, book, subject: 'deltagare', seed, from: '2024-06-01', until: '2026-03-01' }).facts,
);

/** The case of a number: always the same history, under keys of its own. */
export const planned = (number: number): PlannedCase => ({
  key: `case-${number}`,
  kommun: number % 3 === 0 ? '0780' : '0763',
  facts: (histories[number % histories.length] ?? [])
    .slice(0, MOST_FACTS)
    .map(({ type, on, data }, i) => ({ key: `case-${number}/${i}`, type, on, data })),
});

/** Every answer that anybody got, by key. The same key has the same answer whenever it is asked. */
export class Answers {
  private readonly byKey = new Map<string, Line>();
  readonly contradicted: Line[] = [];

  note(line: Line): void {
    if (line.key === undefined) return;
    const before = this.byKey.get(line.key);
    if (before && (before.case !== line.case || before.fact !== line.fact)) this.contradicted.push(line);
    this.byKey.set(line.key, line);
  }

  lacks = ({ key, facts }: PlannedCase): boolean => [{ key }, ...facts].some((of) => !this.byKey.has(of.key));
  get facts(): string[] {
    return [...this.byKey.values()].flatMap(({ fact }) => fact ?? []);
  }
  caseOf = ({ key }: PlannedCase): string[] => [this.byKey.get(key)?.case ?? []].flat();
}
