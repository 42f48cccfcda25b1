/**
 * What a preview tells is what recording does. Generated histories, with facts that come late, corrections, withdrawals
 * and corrections of those, are the cases; a failure prints the seed.
 */
import fc from 'fast-check';
import type { PlainDate } from '../../machines/grammar/index.js';
import { CaseBook } from '../../src/cases/case-book.js';
import { decideRecording } from '../../src/cases/deciding.js';
import type { FactToRecord, Recording } from '../../src/cases/recording.js';
import type { LoadedCase, NewFact } from '../../src/database/write-path.js';
import { calendar } from '../../src/engine/calendar/calendar.js';
import { effectiveFacts, WITHDRAWN } from '../../src/engine/fact-log.js';
import { journey } from '../../src/engine/journeys.js';
import { LawError } from '../../src/engine/law/statute-book.js';
import { reminders } from '../../src/engine/reminders.js';
import { sampleData } from '../../src/engine/samples.js';
import type { Fact, NextAction } from '../../src/engine/types.js';
import { owedRowOf } from '../../src/next-actions/owed-row.js';
import { ONCE } from '../../src/next-actions/owed-step.entity.js';
import { isCorrectionLevel } from '../../src/reminders/correction-level.js';
import { visit } from '../../src/reminders/case-visit.js';
import type { ReminderRow } from '../../src/reminders/reminder.entity.js';
import { book, library, registry } from '../support/law.js';
import { runs } from '../support/properties.js';

const cases = new CaseBook(library);
const today: PlainDate = '2025-06-02';
const subject = 'deltagare';
const row: LoadedCase['row'] = {
  id: '0763-22-0001',
  subject,
  kommun: '0763',
  attributes: {},
  version: 7,
  registryVersion: library.version,
  status: 'open',
  openedAt: Date.parse('2022-01-01T08:00:00Z'),
  nextBoundaryOn: null,
  owedUntil: null,
  computedOn: null,
  positions: null,
};
const samples = registry
  .of(subject)
  .flatMap(({ facts, samples: all, instances }) =>
    all.filter(({ type }) => Object.hasOwn(facts, type)).map((sample) => ({ ...sample, key: instances?.key })),
  );

const acts = fc.array(
  fc.record({
    what: fc.constantFrom('late', 'correct', 'correct', 'withdraw', 'withdraw'),
    which: fc.nat(),
    days: fc.integer({ min: -60, max: 60 }),
  }),
  { minLength: 1, maxLength: 3 },
);
type Act = typeof acts extends fc.Arbitrary<(infer T)[]> ? T : never;

/** The fact that an act wants to record; undefined when there is nothing to correct. */
function wanted({ what, which, days }: Act, facts: readonly Fact[]): FactToRecord | undefined {
  if (what === 'late') {
    const sample = samples[which % samples.length]!;
    const on = calendar.addDays('2024-12-01', days * 3);
    const key = sample.key === undefined ? {} : { [sample.key]: 1 };
    return { type: sample.type, on, data: { ...sampleData(sample.data ?? {}, on), ...key } };
  }
  // Also withdrawals can be withdrawn: whatever is not hidden by another fact.
  const standing = [...effectiveFacts(facts), ...facts.filter(({ type }) => type === WITHDRAWN).slice(-1)];
  // Of late ones, mostly: what they led to is not done yet, so that somebody may have been reminded of it.
  const chosen = which % 3 === 0 ? standing : standing.slice(-8);
  const target = chosen[which % chosen.length];
  if (!target) return undefined;
  if (what === 'withdraw' || target.type === WITHDRAWN) return { type: WITHDRAWN, on: today, corrects: target.id };
  return { type: target.type, on: calendar.addDays(target.on, days), data: target.data, corrects: target.id };
}

/** The reminders that were sent in the course of the history, from what was known on the day. */
function sentAlong(facts: readonly Fact[]): ReminderRow[] {
  const days: PlainDate[] = ['2024-06-15', '2025-01-15', '2025-05-25'];
  const rows = days.flatMap((day) => {
    const at = Date.parse(`${day}T12:00:00Z`);
    const position = cases.fold({ row, facts }, day, new Date(at).toISOString());
    return reminders(position, cases.options(row)).map(
      ({ process, instance, state, due, level, recipient, action }) => ({
        ...{ process, instance: instance ?? ONCE, state, due, level, recipient },
        id: [day, process, instance, state, due, level, recipient].join(' '),
        caseId: row.id,
        party: action.party,
        unit: action.unit,
        createdAt: at,
        status: 'sent' as const,
      }),
    );
  });
  const once = new Map(rows.map((r) => [[r.process, r.instance, r.state, r.due, r.level, r.recipient].join(' '), r]));
  return [...once.values()];
}

const comparable = (recording: Recording): unknown => {
  if (!recording.accepted) return recording;
  const { fact, version: _, ...told } = recording;
  const { id: __, seq: ___, ...said } = fact;
  return { ...told, fact: said };
};
const keyOf = ({ process, instance, state }: Pick<NextAction, 'process' | 'instance' | 'state'>): string =>
  [process, instance, state].join('/');
const stored = (fact: NewFact, seq: number, recordedAt: string): Fact => ({ ...fact, case: row.id, seq, recordedAt });

test('a preview tells exactly what recording does, and recording does what the facts then say', () => {
  const counted = { accepted: 0, refused: 0, stranded: 0, wrong: 0 };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), acts, (seed, chosen) => {
      let { facts }: { facts: readonly Fact[] } = journey({
        registry,
        book,
        subject,
        seed,
        from: '2024-01-01',
        until: '2025-06-01',
      });
      const sent = sentAlong(facts);
      const owedCorrections = new Set<string>();
      chosen.forEach((act, i) => {
        const asked = wanted(act, facts);
        if (!asked) return;
        const at = new Date(Date.parse(`${today}T08:00:00Z`) + i * 60_000).toISOString();
        const stamp = { id: `late-${i}`, at, recordedBy: 'test', today, dryRun: false };
        const loaded: LoadedCase = { row, facts, reminders: () => sent };
        const decide = (dryRun: boolean) => {
          try {
            return decideRecording(loaded, asked, { ...stamp, dryRun }, cases);
          } catch (error) {
            if (error instanceof LawError) return error;
            throw error;
          }
        };
        const [preview, outcome] = [decide(true), decide(false)];
        if (preview instanceof LawError || outcome instanceof LawError) return expect(preview).toEqual(outcome);
        expect(preview.writes).toBeUndefined();
        expect(comparable(preview.result)).toEqual(comparable(outcome.result));
        if (!outcome.result.accepted) {
          counted.refused += 1;
          return expect(outcome.writes).toBeUndefined();
        }
        const { diff } = outcome.result;
        const written = outcome.writes!.facts!.map((fact) => stored(fact, facts.length + 1, at));
        const [before, after] = [
          cases.fold({ row, facts }, today),
          cases.fold({ row, facts: [...facts, ...written] }, today),
        ];
        facts = [...facts, ...written];
        // What was stored as owed is what a fresh fold of the facts says, and the difference leads from one to the other.
        const [was, is] = [cases.actions(row, before), cases.actions(row, after)];
        expect(outcome.writes!.owed).toEqual(is.map(owedRowOf));
        const led = new Set(was.map(keyOf));
        for (const step of diff.closed) led.delete(keyOf(step));
        for (const step of diff.opened) led.add(keyOf(step));
        expect([...led].sort()).toEqual(is.map(keyOf).sort());
        const unfit = new Set(before.misfits.map(({ fact }) => fact.id));
        const newly = after.misfits.filter(({ fact }) => !unfit.has(fact.id)).map(({ fact }) => fact.id);
        expect(diff.stranded.map(({ id }) => id)).toEqual(newly);
        // The sweep then owes corrections to those that the difference told of, and to nobody else.
        for (const wrong of diff.reminders.wrong)
          owedCorrections.add(`${keyOf(wrong)} ${wrong.due.from} ${wrong.recipient}`);
        const swept = visit({ row, facts }, { owed: [], reminders: sent }, { asOf: today, today }, cases).result.fresh;
        const put = swept
          .filter(({ level }) => isCorrectionLevel(level))
          .map((r) => `${keyOf({ ...r, instance: r.instance === ONCE ? null : r.instance })} ${r.due} ${r.recipient}`);
        expect(put.filter((one) => !owedCorrections.has(one))).toEqual([]);
        counted.accepted += 1;
        counted.stranded += diff.stranded.length;
        counted.wrong += diff.reminders.wrong.length;
      });
    }),
    runs(150),
  );
  // A property that never meets what it is about proves nothing.
  for (const [what, count] of Object.entries(counted)) expect([what, count > 0]).toEqual([what, true]);
}, 300_000);
