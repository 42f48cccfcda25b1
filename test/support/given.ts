/** Given facts, when a fact comes, then what is owed or why it is refused: the vocabulary of the engine tests. */
import type { PlainDate } from '../../machines/grammar/index.js';
import { advance, type Outcome } from '../../src/engine/advance.js';
import { type CasePosition, fold } from '../../src/engine/fold.js';
import { nextActions } from '../../src/engine/next-actions.js';
import type { Refusal } from '../../src/engine/refusal.js';
import type { Fact, NextAction } from '../../src/engine/types.js';
import { book, registry } from './law.js';

/** `['2024-01-10', 'sfi.anmald', { … }]` */
export type Told = readonly [on: PlainDate, type: string, data?: Record<string, unknown>];

export const factOf = ([on, type, data = {}]: Told, seq: number): Fact => ({
  id: `fact-${seq}`,
  case: 'case',
  seq,
  type,
  on,
  by: { party: registry.facts.get(type)?.definition.by[0] ?? 'kommun' },
  data,
  recordedAt: `${on}T12:00:00.000Z`,
  recordedBy: 'test',
});

export const factsOf = (told: readonly Told[]): Fact[] => told.map((one, i) => factOf(one, i + 1));

export const positionOf = (facts: readonly Fact[], asOf: PlainDate): CasePosition =>
  fold('deltagare', facts, { asOf, registry, book });

export function given(...told: Told[]) {
  const facts = factsOf(told);
  return {
    facts,
    on: (asOf: PlainDate) => positionOf(facts, asOf),
    owedOn: (asOf: PlainDate): NextAction[] => nextActions(positionOf(facts, asOf), { book, agreements: [] }),
    state: (process: string, asOf: PlainDate): string | undefined =>
      positionOf(facts, asOf).positions.find((p) => p.process.id === process)?.leaves[0]?.state,
    when: (fact: Told, today: PlainDate = fact[0]): Outcome =>
      advance({ subject: 'deltagare', facts }, factOf(fact, facts.length + 1), { asOf: today, registry, book }),
  };
}

/** The refusal, or a failure that says what was accepted instead. */
export function refusalOf(outcome: Outcome): Refusal {
  if (outcome.accepted) throw new Error(`accepted, opened ${outcome.diff.opened.map((a) => a.state).join(', ')}`);
  return outcome.refusal;
}

export const permit = (on: PlainDate, data: Record<string, unknown> = {}): Told => [
  on,
  'uppehallstillstand.beviljat',
  { grund: 'UtlL 5:1', route: 'eget-boende', fodd: '1990-05-01', ...data },
];

/** From permit to handlingsplan, a fact a week: folkbokförd three weeks after the permit. */
export function upToPlan(start: PlainDate, plan: PlainDate, data: Record<string, unknown> = {}): Told[] {
  return [
    permit(start, data),
    [start, 'folkbokforing.registrerad'],
    [start, 'arbetssokande.inskriven', { vag: 'digitalt' }],
    [start, 'malgrupp.provad', { omfattas: true }],
    [start, 'programanvisning.beslutad', { omfattning: 100 }],
    [plan, 'kartlaggning.genomford'],
    [plan, 'handlingsplan.upprattad'],
  ];
}
