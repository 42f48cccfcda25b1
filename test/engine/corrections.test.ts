/** Which facts count when corrections are corrected, and which corrections are turned away. */
import fc from 'fast-check';
import { advance } from '../../src/engine/advance.js';
import { effectiveFacts, fates, WITHDRAWN } from '../../src/engine/fact-log.js';
import type { Fact } from '../../src/engine/types.js';
import { factOf, given, permit, refusalOf, type Told } from '../support/given.js';
import { book, registry } from '../support/law.js';
import { runs } from '../support/properties.js';

const withdrawal = (seq: number, corrects: number): Fact => correction(seq, corrects, WITHDRAWN);
const correction = (seq: number, corrects: number, type = 'sfi.mottagen'): Fact => ({
  ...factOf(['2024-03-01', type], seq),
  corrects: `fact-${corrects}`,
});
const original = factOf(['2024-02-20', 'sfi.mottagen'], 1);
const counting = (...later: Fact[]): number[] => effectiveFacts([original, ...later]).map(({ seq }) => seq);

describe('a chain of corrections', () => {
  test.each<[string, Fact[], number[]]>([
    ['a correction takes the place of what it corrects', [correction(2, 1)], [2]],
    ['a withdrawal takes it away', [withdrawal(2, 1)], []],
    ['who corrects a correction stands in its place', [correction(2, 1), correction(3, 2)], [3]],
    ['a correction that is withdrawn lets what it corrected count again', [correction(2, 1), withdrawal(3, 2)], [1]],
    ['a withdrawal that is withdrawn lets what it took away count again', [withdrawal(2, 1), withdrawal(3, 2)], [1]],
    ['a withdrawal that is corrected has become a correction', [withdrawal(2, 1), correction(3, 2)], [3]],
    [
      'a correction counts again when the withdrawal of it is withdrawn',
      [correction(2, 1), withdrawal(3, 2), withdrawal(4, 3)],
      [2],
    ],
    [
      'a fact whose correction was withdrawn may be corrected anew',
      [correction(2, 1), withdrawal(3, 2), correction(4, 1)],
      [4],
    ],
    [
      'the last of three corrections that is withdrawn gives the place back to the second',
      [correction(2, 1), correction(3, 2), withdrawal(4, 3)],
      [2],
    ],
  ])('%s', (_, later, seqs) => {
    expect(counting(...later)).toEqual(seqs);
  });

  test('what was known before a correction is not touched by it', () => {
    const late = { ...correction(2, 1), recordedAt: '2024-05-01T12:00:00.000Z' };
    expect(effectiveFacts([original, late], '2024-04-30T00:00:00.000Z')).toEqual([original]);
    expect(effectiveFacts([original, late], '2024-05-01T12:00:00.000Z')).toEqual([late]);
  });

  test('tells of each fact that does not count what it was corrected by in the end', () => {
    const chain = [original, correction(2, 1), correction(3, 2), withdrawal(4, 3), correction(5, 2)];
    const told = [...fates(chain)].map(([id, { fate, by }]) => [id, fate, by.seq]);
    expect(told.sort()).toEqual([
      ['fact-1', 'corrected', 5],
      ['fact-2', 'corrected', 5],
      ['fact-3', 'withdrawn', 4],
    ]);
  });

  test('that was written by hand to bite its own tail still has an answer', () => {
    const loop = [{ ...original, corrects: 'fact-2' }, correction(2, 1)];
    expect(effectiveFacts(loop).map(({ seq }) => seq)).toEqual([2]);
  });

  /** Random acts on a log: record a fact, correct or withdraw one that counts, withdraw the last act. */
  test('of any length answers as if what was withdrawn had never been recorded', () => {
    const acts = fc.array(fc.tuple(fc.constantFrom('record', 'correct', 'withdraw', 'undo'), fc.nat()), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(acts, (chosen) => {
        const log: Fact[] = [];
        /** What counts after each act: undoing the last act must give this back. */
        const history: string[][] = [[]];
        const ids = () => effectiveFacts(log).map(({ id }) => id);
        for (const [act, choice] of chosen) {
          const counts = ids();
          const seq = log.length + 1;
          const target = counts.length > 0 ? counts[choice % counts.length] : undefined;
          const last = log.at(-1);
          if (act === 'record') log.push(factOf(['2024-03-01', 'sfi.mottagen'], seq));
          else if (act === 'undo' && last) log.push({ ...withdrawal(seq, last.seq) });
          else if (target && act !== 'undo')
            log.push({
              ...factOf(['2024-03-01', act === 'correct' ? 'sfi.mottagen' : WITHDRAWN], seq),
              corrects: target,
            });
          else continue;
          if (act === 'record') expect(ids()).toEqual([...counts, `fact-${seq}`]);
          if (act === 'correct')
            expect(ids().sort()).toEqual([...counts.filter((id) => id !== target), `fact-${seq}`].sort());
          // A withdrawn fact leaves the log as if it had never been recorded, also when it was a correction.
          if (act === 'withdraw') {
            const without = log.filter(({ id, corrects }) => id !== target && corrects !== target);
            expect(ids()).toEqual(effectiveFacts(without).map(({ id }) => id));
          }
          // Whatever the last act was, the withdrawal of it is as if it had never been.
          if (act === 'undo') expect(ids()).toEqual(history.at(-2));
          history.push(ids());
        }
      }),
      runs(300),
    );
  });
});

describe('a correction is refused', () => {
  const { facts } = given(permit('2024-01-10'), ['2024-02-01', 'sfi.anmald'], ['2024-03-01', 'sfi.mottagen']);
  const record = (log: readonly Fact[], told: Told, corrects: string | undefined, id = 'new') =>
    advance(
      { subject: 'deltagare', facts: log },
      { ...factOf(told, log.length + 1), id, ...(corrects !== undefined && { corrects }) },
      { asOf: '2024-04-01', registry, book },
    );
  const anew: Told = ['2024-02-20', 'sfi.mottagen'];
  const withdrawn = [...facts, { ...withdrawal(4, 3), id: 'w' }];
  const corrected = [...facts, { ...factOf(anew, 4), id: 'c', corrects: 'fact-3' }];

  test.each<[string, readonly Fact[], Told, string | undefined, string]>([
    ['of a fact that this case does not have', facts, anew, 'elsewhere', 'corrects: not-here (elsewhere)'],
    ['of itself', facts, anew, 'new', 'corrects: itself (new)'],
    ['of a fact that was withdrawn, with the withdrawal', withdrawn, anew, 'fact-3', 'corrects: withdrawn (w)'],
    [
      'of a fact that was corrected, with the one that counts now',
      corrected,
      anew,
      'fact-3',
      'corrects: corrected (c)',
    ],
    ['when nothing is withdrawn', facts, ['2024-03-02', WITHDRAWN], undefined, 'corrects: nothing-to-withdraw ()'],
  ])('%s', (_, log, told, corrects, problem) => {
    expect(refusalOf(record(log, told, corrects))).toMatchObject({ slug: 'invalid-data', problems: [problem] });
  });

  test('but a withdrawal may be withdrawn, and then the fact counts again', () => {
    expect(record(withdrawn, ['2024-04-01', WITHDRAWN], 'w')).toMatchObject({
      accepted: true,
      diff: { closed: [{ state: 'vantarPaMottagande' }] },
    });
  });
});

describe('the day of birth', () => {
  const facts = given(permit('2024-01-10')).facts;
  const options = { asOf: '2024-04-01' as const, registry, book };

  test('refuses a fact before it, without telling the day', () => {
    const outcome = advance({ subject: 'deltagare', facts }, factOf(['1989-02-01', 'sfi.anmald'], 2), options);
    expect(refusalOf(outcome)).toMatchObject({ slug: 'invalid-data', problems: ['on: before-birth ()'] });
  });

  test('is refused when something has happened before it', () => {
    const later = factOf(permit('2024-03-01', { fodd: '2024-01-12' }), 2);
    const log = [factOf(['2024-01-05', 'arbetssokande.inskriven', { vag: 'digitalt' }], 1)];
    expect(refusalOf(advance({ subject: 'deltagare', facts: log }, later, options)).problems).toEqual([
      'fodd: born-later ()',
    ]);
  });

  test('may be corrected together with the fact that carries it', () => {
    const anew = { ...factOf(permit('2024-01-10', { fodd: '1995-01-01' }), 2), corrects: 'fact-1' };
    expect(advance({ subject: 'deltagare', facts }, anew, options).accepted).toBe(true);
  });
});
