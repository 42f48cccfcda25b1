/** What the computed dates rest on, found by computing them along every example. */
import type { Reckoned, RuleUse } from '../../../machines/grammar/index.js';
import { computedDate } from '../position.js';
import { type ExampleEvidence, exampleCases } from './example-cases.js';

/** By `process/date`: whether an act is awaited or a right ends, and every value of every wording that some case used. */
export type DateRules = ReadonlyMap<string, { kind: Reckoned['kind']; rules: readonly RuleUse[] }>;

/** Dates that no example computes are missing. */
export function dateRules(evidence: ExampleEvidence): DateRules {
  const found = new Map<string, { kind: Reckoned['kind']; rules: Map<string, RuleUse> }>();
  for (const { position } of exampleCases(evidence))
    for (const { process, snapshot } of position.positions)
      for (const name of Object.keys(process.dates)) {
        // The context of a date outlives the state in which it mattered, so the last day of each case shows it.
        const reckoned = computedDate(process, name, snapshot, position.asOf, evidence.book);
        if (!reckoned) continue;
        const key = `${process.id}/${name}`;
        const known = found.get(key) ?? { kind: reckoned.kind, rules: new Map<string, RuleUse>() };
        for (const rule of reckoned.rules) known.rules.set(wordingOf(rule), rule);
        found.set(key, known);
      }
  return new Map([...found].map(([key, { kind, rules }]) => [key, { kind, rules: oldestFirst([...rules.values()]) }]));
}

const wordingOf = ({ citation, value = '', since }: RuleUse): string => `${citation} ${value} ${since}`;

const oldestFirst = (rules: RuleUse[]): RuleUse[] =>
  rules.sort((a, b) => (wordingOf(a) < wordingOf(b) ? -1 : wordingOf(a) > wordingOf(b) ? 1 : 0));
