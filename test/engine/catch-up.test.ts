/**
 * A fact that comes too early is refused with the facts that nobody recorded. If this broke, a person at work would be
 * sent to record something that does not help, or more than was forgotten.
 */
import fc from 'fast-check';
import type { PlainDate } from '../../machines/grammar/index.js';
import { judge } from '../../src/engine/advance.js';
import type { MissingFact } from '../../src/engine/catch-up/missing-fact.js';
import { type CasePosition, extend, fold } from '../../src/engine/fold.js';
import { journey } from '../../src/engine/journeys.js';
import type { Refusal } from '../../src/engine/refusal.js';
import { sampleEvents } from '../../src/engine/samples.js';
import type { Fact } from '../../src/engine/types.js';
import { book, registry } from '../support/law.js';
import { factsOf, factOf, given, permit, refusalOf, type Told, upToPlan } from '../support/given.js';
import { runs } from '../support/properties.js';

const ground = { registry, book };
const until: PlainDate = '2023-06-30';
const life = (seed: number) => journey({ ...ground, subject: 'deltagare', seed, from: '2022-01-01', until }).facts;

/** The refusal of a fact, given those before it; undefined when it is accepted. */
const refused = (facts: readonly Fact[], fact: Fact): Refusal | undefined => {
  const judged = judge({ subject: 'deltagare', facts }, { ...fact, seq: 1_000 }, { ...ground, asOf: fact.on });
  return 'refusal' in judged ? judged.refusal : undefined;
};

/** What a person answers who knows what happened, and otherwise anything that the refusal says is possible. */
function answered(missing: MissingFact, known: readonly Fact[]): Fact['data'] {
  const fits = ({ type, data }: { type: string; data?: Fact['data'] }) =>
    type === missing.type &&
    Object.entries(missing.data).every(([name, value]) => data?.[name] === value) &&
    missing.toState.every(({ field, expected }) => {
      const value = data?.[field];
      return value !== undefined && (!expected.includes(' | ') || expected.split(' | ').includes(`${value as string}`));
    });
  const samples = registry.processes.flatMap((process) => sampleEvents(process, missing.notAfter.day, book));
  // Days within the data hang together with the day of the fact, which is another here than it was.
  const dated = Object.values(registry.facts.get(missing.type)?.definition.data ?? {}).some(
    ({ kind }) => kind === 'date',
  );
  const answer = (dated ? samples : [...known, ...samples]).find(fits)?.data ?? {};
  return { ...missing.data, ...Object.fromEntries(missing.toState.map(({ field }) => [field, answer[field]])) };
}

const recorded = (
  refusal: Refusal,
  day: (missing: MissingFact) => PlainDate,
  { known, fact }: { known: readonly Fact[]; fact: Fact },
): Fact[] =>
  refusal.catchUp.map((missing, i) => ({
    ...fact,
    id: `caught-up-${i}`,
    seq: 2_000 + i,
    type: missing.type,
    on: day(missing),
    data: answered(missing, known),
  }));

const misfits = (facts: readonly Fact[], fact: Fact) =>
  fold('deltagare', [...facts, { ...fact, seq: 3_000 }], { ...ground, asOf: fact.on }).misfits.map((m) => m.fact.type);

/** A fact of a generated history, its history, and which of the facts that its process rests on are forgotten. */
interface Forgetful {
  fact: Fact;
  before: Fact[];
  kept: Fact[];
}

/** Facts that no longer fit without the forgotten ones are not there either: they too would have been refused. */
function forgetful(seed: number, at: number, forget: readonly number[]): Forgetful | undefined {
  const facts = life(seed);
  const index = 1 + (at % Math.max(1, facts.length - 1));
  const fact = facts[index];
  const before = facts.slice(0, index);
  if (!fact || before.some(({ type }) => type === fact.type)) return undefined;
  const process = registry.facts.get(fact.type)?.process;
  const { applied } = fold('deltagare', before, { ...ground, asOf: fact.on });
  const movers = applied.flatMap((one) => (one.fact && one.moves.some((m) => m.process === process) ? [one.fact] : []));
  const forgotten = new Set(forget.map((n) => movers.at(-1 - (n % Math.max(1, movers.length)))));
  const left = before.filter((one) => !forgotten.has(one));
  const unfit = new Set(fold('deltagare', left, { ...ground, asOf: fact.on }).misfits.map((m) => m.fact));
  return { fact, before, kept: left.filter((one) => !unfit.has(one)) };
}

describe('facts dropped from a generated history', () => {
  const drawn = fc.record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    at: fc.nat(1_000),
    forget: fc.array(fc.nat(5), { minLength: 1, maxLength: 3 }),
  });

  test('are found again, never more than were dropped, and the fact is accepted with them on their first and last days', () => {
    let found = 0;
    fc.assert(
      fc.property(drawn, ({ seed, at, forget }) => {
        const drop = forgetful(seed, at, forget);
        const refusal = drop && refused(drop.kept, drop.fact);
        if (!drop || !refusal || refusal.limits.length > 0) return;
        const { fact, before, kept } = drop;
        found++;
        expect(refusal.missing.length).toBeGreaterThan(0);
        expect(refusal.missing.length).toBeLessThanOrEqual(before.length - kept.length);
        const known = { known: before, fact };
        const last = recorded(refusal, ({ notAfter }) => notAfter.day, known);
        expect(misfits([...kept, ...last], fact)).toEqual([]);
        const first = recorded(refusal, ({ notBefore, notAfter }) => notBefore?.day ?? notAfter.day, known);
        expect(misfits([...kept, ...first], fact)).toEqual([]);
      }),
      runs(60),
    );
    expect(found).toBeGreaterThan(15);
  });

  test('are the same ones whatever order the rest arrived in', () => {
    fc.assert(
      fc.property(drawn, ({ seed, at, forget }) => {
        const drop = forgetful(seed, at, forget);
        if (!drop) return;
        const turned = drop.kept.toReversed();
        expect(refused(turned, drop.fact)?.catchUp).toEqual(refused(drop.kept, drop.fact)?.catchUp);
      }),
      runs(15),
    );
  });
});

describe('no shorter sequence exists', () => {
  /** Every fact of every process of the case, in every order: slow, and without any thought of what may help. */
  function exhaustively(before: CasePosition, fact: Fact, length: number): boolean {
    const { misfits: already } = before;
    if (extend(before, fact, ground).misfits.length === already.length) return true;
    if (length === 0) return false;
    const events = registry.of('deltagare').flatMap((process) => sampleEvents(process, fact.on, book));
    return events.some(({ type, data }) => {
      if (!registry.facts.has(type)) return false;
      const next = extend(before, { ...fact, id: 'supposed', type, data }, ground);
      return next.misfits.length === already.length && exhaustively(next, fact, length - 1);
    });
  }

  test.each<[string, Told[], Told, number]>([
    ['sfi', [permit('2024-01-10')], ['2024-03-01', 'sfi.paborjad'], 2],
    ['programme', [permit('2024-01-10')], ['2024-03-01', 'kartlaggning.genomford'], 3],
    ['benefit', upToPlan('2024-01-10', '2024-02-10'), ['2024-04-20', 'etableringsersattning.manad.sokt'], 1],
    ['civic orientation', [permit('2024-01-10')], ['2024-03-01', 'samhallsorientering.paborjad'], 2],
    ['permit', [], ['2024-03-01', 'sfi.anmald'], 1],
  ])('for %s', (_, told, [on, type, data], length) => {
    const facts = factsOf(told);
    const fact = factOf([on, type, data], 100);
    expect(refused(facts, fact)?.missing).toHaveLength(length);
    const before = fold('deltagare', facts, { ...ground, asOf: on });
    expect(exhaustively(before, fact, length - 1)).toBe(false);
  });
});

describe('a missing fact', () => {
  test('may belong to another process than the one that waits', () => {
    const { catchUp } = refusalOf(given().when(['2024-03-01', 'sfi.mottagen']));
    expect(catchUp.map(({ type, process }) => [type, process])).toEqual([
      ['uppehallstillstand.beviljat', 'uppehallstillstand'],
      ['sfi.anmald', 'sfi'],
    ]);
  });

  test('tells between which days it happened, and which facts set them', () => {
    const { catchUp } = refusalOf(
      given(permit('2024-01-10'), ['2024-02-01', 'sfi.anmald']).when(['2024-03-01', 'sfi.paborjad']),
    );
    expect(catchUp).toEqual([
      {
        type: 'sfi.mottagen',
        process: 'sfi',
        instance: null,
        notBefore: { day: '2024-02-01', because: 'sfi.anmald', on: '2024-02-01' },
        notAfter: { day: '2024-03-01', because: 'sfi.paborjad', on: '2024-03-01' },
        data: {},
        toState: [],
      },
    ]);
  });

  test('has no first day when nothing that is told comes before it', () => {
    const [first] = refusalOf(given().when(['2024-03-01', 'sfi.mottagen'])).catchUp;
    expect(first).toMatchObject({ type: 'uppehallstillstand.beviljat', notBefore: null });
  });

  test('has the data that alone leads on, and names the rest to be stated', () => {
    const { catchUp } = refusalOf(given(permit('2024-01-10')).when(['2024-03-01', 'handlingsplan.upprattad']));
    expect(catchUp.map(({ type, data, toState }) => [type, data, toState.map(({ field }) => field)])).toEqual([
      ['arbetssokande.inskriven', {}, ['vag']],
      ['malgrupp.provad', { omfattas: true }, []],
      ['programanvisning.beslutad', {}, []],
      ['kartlaggning.genomford', {}, []],
    ]);
  });

  test('names only the choices that lead on', () => {
    const [grant] = refusalOf(given().when(['2024-03-01', 'sfi.mottagen'])).catchUp;
    const grounds = grant?.toState.find(({ field }) => field === 'route')?.expected;
    expect(grounds).toBe('anvisad | kvot | eget-boende | anknytning');
  });

  test('lies far enough back when time has to pass after it', () => {
    const assigned: Told[] = [
      permit('2024-01-10'),
      ['2024-01-12', 'arbetssokande.inskriven', { vag: 'digitalt' }],
      ['2024-01-20', 'malgrupp.provad', { omfattas: true }],
    ];
    const { catchUp } = refusalOf(given(...assigned).when(['2024-04-05', 'aktivitetsrapport.lamnad']));
    expect(catchUp).toMatchObject([
      { type: 'programanvisning.beslutad', notBefore: { day: '2024-01-20', because: 'malgrupp.provad' } },
    ]);
    expect(catchUp[0]!.notAfter.day < '2024-04-01').toBe(true);
  });
});

describe('nothing is missing', () => {
  test('before a fact that has been told already', () => {
    const told: Told[] = [permit('2024-01-10'), ['2024-02-01', 'sfi.anmald'], ['2024-02-10', 'sfi.mottagen']];
    expect(refusalOf(given(...told).when(['2024-03-01', 'sfi.mottagen'])).missing).toEqual([]);
  });

  test('where a limit has passed: facts are not looked for that would move it', () => {
    const told = upToPlan('2019-03-15', '2019-04-15');
    const refusal = refusalOf(given(...told).when(['2024-03-01', 'omfattning.andrad', { omfattning: 50 }]));
    expect(refusal).toMatchObject({ limits: [{ timeFact: 'programtiden.forbrukad' }], missing: [], catchUp: [] });
  });
});
