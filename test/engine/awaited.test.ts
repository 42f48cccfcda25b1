/** Why a fact is awaited or not, and what would make it so: an answer for every type of fact in every case. */
import fc from 'fast-check';
import type { PlainDate } from '../../machines/grammar/index.js';
import { awaited } from '../../src/engine/awaited/awaited.js';
import { candidateFacts } from '../../src/engine/awaited/question.js';
import { calendar } from '../../src/engine/calendar/calendar.js';
import { journey } from '../../src/engine/journeys.js';
import type { Fact } from '../../src/engine/types.js';
import { agreements, book, registry } from '../support/law.js';
import { given, permit, positionOf, type Told, upToPlan } from '../support/given.js';
import { runs } from '../support/properties.js';

const options = { registry, book, agreements: [] };
const ask = (told: Told[], type: string, on: PlainDate) =>
  awaited({ subject: 'deltagare', facts: given(...told).facts }, { type, on }, options);

const inProgramme = upToPlan('2019-03-15', '2019-04-15');

describe('a fact that is awaited', () => {
  test('is told with the step that owes it', () => {
    const answer = ask(inProgramme, 'handlingsplan.reviderad', '2019-06-01');
    expect(answer).toMatchObject({ status: 'awaited', process: 'etableringsprogrammet', reasons: [], remedies: [] });
    expect(answer.steps.map(({ state, party }) => [state, party])).toEqual([
      ['vantarPaFornyadPlan', 'arbetsformedlingen'],
    ]);
  });

  test('is welcome when nobody owes it but it is taken', () => {
    expect(ask(inProgramme, 'omfattning.andrad', '2019-06-01')).toMatchObject({ status: 'welcome', steps: [] });
  });
});

describe('a fact that is not awaited', () => {
  test('tells where the process stands, since when and what brought it there', () => {
    const { reasons } = ask(inProgramme, 'kartlaggning.paborjad', '2019-06-01');
    expect(reasons).toContainEqual({
      kind: 'stands',
      process: 'etableringsprogrammet',
      instance: null,
      state: 'vantarPaFornyadPlan',
      since: '2019-04-15',
      final: false,
      by: { type: 'handlingsplan.upprattad', on: '2019-04-15', id: 'fact-7' },
    });
  });

  test('tells that it has happened already', () => {
    const { reasons } = ask(inProgramme, 'kartlaggning.genomford', '2019-06-01');
    expect(reasons).toContainEqual({
      kind: 'happened',
      type: 'kartlaggning.genomford',
      on: '2019-04-15',
      id: 'fact-6',
    });
  });

  test('tells the limit that has passed, with date and rule, and the last day on which it would fit', () => {
    const told: Told[] = [...inProgramme, ['2019-09-01', 'utskrivning.beslutad', { grund: '17 § 1' }]];
    const { status, reasons, remedies } = ask(told, 'aterintrade.skett', '2022-03-16');
    expect(status).toBe('not-awaited');
    expect(reasons[0]).toMatchObject({
      kind: 'limit',
      timeFact: 'fonstret.stangt',
      dateName: 'fonsterslut',
      reckoned: { date: '2022-03-15', rules: [{ citation: '2017:820 15 § 2 st' }, {}] },
    });
    expect(remedies[0]).toMatchObject({ kind: 'on-or-before', date: '2022-03-15' });
  });

  test('tells the law that is not in force on the day', () => {
    // 2017:820 16 a § was repealed 2025-02-01.
    const { status, reasons } = ask(upToPlan('2024-03-15', '2024-04-15'), 'kunskapscertifikat.begart', '2025-06-02');
    expect(status).toBe('not-awaited');
    expect(reasons.length).toBeGreaterThan(0);
  });

  test('tells from which day time alone makes it awaited', () => {
    // Nineteen years old: the target group is examined, but the assignment waits for the twentieth birthday.
    const told: Told[] = [
      permit('2024-01-10', { fodd: '2004-06-01' }),
      ['2024-02-01', 'arbetssokande.inskriven', { vag: 'digitalt' }],
      ['2024-02-02', 'malgrupp.provad', { omfattas: true }],
    ];
    const { reasons, remedies } = ask(told, 'programanvisning.beslutad', '2024-03-01');
    expect(reasons[0]).toMatchObject({ kind: 'limit', dateName: 'underNedreAldersgrans' });
    expect(remedies).toContainEqual(expect.objectContaining({ kind: 'after', date: '2024-05-31' }));
    const report = ask(upToPlan('2024-03-15', '2024-04-15'), 'aktivitetsrapport.lamnad', '2024-03-20');
    expect(report.remedies).toContainEqual({ kind: 'wait', from: '2024-04-01' });
  });

  test('tells which facts to record first', () => {
    const { remedies } = ask([...inProgramme, ['2019-05-01', 'sfi.anmald']], 'sfi.paborjad', '2019-06-01');
    expect(remedies[0]).toEqual({ kind: 'record-first', facts: ['sfi.mottagen'] });
  });

  test('tells the day after which it would fit', () => {
    const told: Told[] = [
      ...inProgramme,
      ['2019-09-02', 'franvaro.paborjad', { skal: 'sjuk' }],
      ['2019-09-10', 'anpassning.provad'],
    ];
    const sick = awaited(
      { subject: 'deltagare', facts: given(...told).facts },
      { type: 'utskrivning.beslutad', on: '2019-09-20', data: { grund: '17 § 4' } },
      options,
    );
    // The first of thirty days of absence is 2019-09-02, so 2019-10-01 is the last and discharge follows after it.
    expect(sick.remedies).toContainEqual(expect.objectContaining({ kind: 'after', date: '2019-10-01' }));
  });

  test('names the states in which its process takes it', () => {
    const { remedies } = ask(inProgramme, 'kartlaggning.paborjad', '2019-06-01');
    expect(remedies).toContainEqual({
      kind: 'in-states',
      process: 'etableringsprogrammet',
      states: ['vantarPaKartlaggning'],
    });
  });

  test('of another subject says whose it is', () => {
    expect(ask(inProgramme, 'utbildningsplan.beslutad', '2023-06-01').reasons).toEqual([
      { kind: 'other-subject', subject: 'utbildningsplan' },
    ]);
  });
});

test('a fact that time computes is told with the day on which it comes', () => {
  const { status, reasons } = ask(inProgramme, 'fonstret.stangt', '2019-06-01');
  expect(status).toBe('computed');
  expect(reasons).toEqual([expect.objectContaining({ kind: 'comes', on: '2022-03-16', dateName: 'fonsterslut' })]);
});

test('every type of fact has an answer in every case, positive exactly when recording it would be accepted', () => {
  const tally = { yes: 0, no: 0 };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 10, max: 1500 }), (seed, days) => {
      const from = '2022-01-01';
      const on = calendar.addDays(from, days);
      const { facts } = journey({ registry, book, subject: 'deltagare', seed, from, until: '2025-06-01' });
      const of = { subject: 'deltagare', facts } as const;
      for (const type of registry.facts.keys()) {
        const answer = awaited(of, { type, on }, { ...options, agreements });
        const positive = answer.status === 'awaited' || answer.status === 'welcome';
        expect({ type, on, positive }).toEqual({ type, on, positive: accepted(facts, type, on) });
        if (!positive) expect(answer.reasons.length).toBeGreaterThan(0);
        tally[positive ? 'yes' : 'no']++;
      }
    }),
    runs(4),
  );
  expect(tally.yes).toBeGreaterThan(20);
  expect(tally.no).toBeGreaterThan(100);
});

/** The oracle: whether any way to state the fact, as the last one told on the day, fits in a fold of all the facts. */
function accepted(facts: readonly Fact[], type: string, on: PlainDate): boolean {
  const ways = candidateFacts({ type, on }, positionOf(facts, on), registry);
  return ways.some((way) => !positionOf([...facts, way], on).misfits.some(({ fact }) => fact.id === way.id));
}
