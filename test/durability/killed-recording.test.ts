/**
 * A process that is killed again and again while it records for many at once. Whatever was answered is there exactly once,
 * whatever was not can be asked again, and what is kept about who acts next follows from the facts. If this broke, a
 * coordinator would believe that something was recorded that no longer exists, or see it twice.
 */
import { existsSync } from 'node:fs';
import { FactRow } from '../../src/cases/fact.entity.js';
import type { Store } from '../../src/database/store.js';
import { journey } from '../../src/engine/journeys.js';
import { seeded } from '../../src/engine/random.js';
import { book, registry } from '../support/law.js';
import { faults, opened, type Place, places } from './places.js';
import { type Line, type PlannedCase, start } from './processes.js';

const LONG = Number(process.env['ETAPP_PROPERTY_ROUNDS'] ?? 1) > 1;
const KILLS = LONG ? 500 : 20;
const SIDE_BY_SIDE = 10;
const MOST_FACTS = 8;
const AT = Date.UTC(2026, 2, 2, 10);

/** Invented histories to record; they are used over and over under new keys. */
const histories = Array.from(
  { length: 30 },
  (_, seed) => journey({ registry, book, subject: 'deltagare', seed, from: '2024-06-01', until: '2026-03-01' }).facts,
);

const planned = (number: number): PlannedCase => ({
  key: `case-${number}`,
  kommun: number % 3 === 0 ? '0780' : '0763',
  facts: (histories[number % histories.length] ?? [])
    .slice(0, MOST_FACTS)
    .map(({ type, on, data }, i) => ({ key: `case-${number}/${i}`, type, on, data })),
});

/** Every answer that anybody got, by key. The same key has the same answer whenever it is asked. */
class Answers {
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

test('dist is built: npm test builds it first', () => expect(existsSync('dist/src/database/store.js')).toBe(true));

describe.each(places)('on $name', (kind) => {
  let place: Place;
  beforeEach(async () => (place = await kind.fresh()));
  afterEach(() => place.dispose());

  test(
    `after each of ${KILLS} kills at random moments no answered fact is lost or doubled, the chains hold and owed steps equal a fresh fold`,
    async () => {
      const random = seeded(LONG ? AT + KILLS : 20180101);
      const answers = new Answers();
      let unfinished: PlannedCase[] = [];
      let number = 0;
      let killed = 0;
      while (killed < KILLS) {
        while (unfinished.length < SIDE_BY_SIDE) unfinished.push(planned(number++));
        const left = random.between(1, SIDE_BY_SIDE * MOST_FACTS);
        let told = 0;
        const { ended } = start({ does: 'record', db: place.db, at: AT, cases: unfinished }, (line, child) => {
          answers.note(line);
          told += 1;
          if (told === left) child.kill('SIGKILL');
        });
        const { status, complaint } = await ended;
        expect([status, complaint]).toEqual([status === 0 ? 0 : null, '']);
        if (status === null) killed += 1;
        const touched = unfinished.flatMap(answers.caseOf);
        expect(await opened(place, (store) => wrongIn(store, touched, answers))).toEqual([]);
        unfinished = unfinished.filter(answers.lacks);
      }
      // What was never answered is asked once more, and this time nobody disturbs.
      const last = await start({ does: 'record', db: place.db, at: AT, cases: unfinished }, answers.note.bind(answers))
        .ended;
      expect([last.status, last.complaint]).toEqual([0, '']);
      expect(answers.contradicted).toEqual([]);
      await opened(place, async (store) => {
        expect(await faults(store, AT)).toEqual([]);
        const stored = await store.dataSource.getRepository(FactRow).find();
        expect(stored.map(({ id }) => id).sort()).toEqual(answers.facts.sort());
      });
    },
    LONG ? 45 * 60_000 : 180_000,
  );

  test('two processes that record into the same database at once, killed in turn, lose nothing and double nothing', async () => {
    const answers = new Answers();
    const mine = Array.from({ length: 8 }, (_, i) => planned(1000 + i));
    const others = Array.from({ length: 8 }, (_, i) => planned(2000 + i));
    const run = (cases: PlannedCase[], killAfter?: number) => {
      let told = 0;
      return start({ does: 'record', db: place.db, at: AT, cases }, (line, child) => {
        answers.note(line);
        told += 1;
        if (told === killAfter) child.kill('SIGKILL');
      }).ended;
    };
    await Promise.all([run(mine, 20), run(others)]);
    await Promise.all([run(mine), run(others, 12)]);
    const ends = await Promise.all([run(mine), run(others)]);
    expect(ends.map(({ status, complaint }) => [status, complaint])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(answers.contradicted).toEqual([]);
    await opened(place, async (store) => {
      expect(await faults(store, AT)).toEqual([]);
      const stored = await store.dataSource.getRepository(FactRow).find();
      expect(stored.map(({ id }) => id).sort()).toEqual(answers.facts.sort());
    });
  });
});

/** What is wrong with the cases: anything that an audit finds, and answered facts that are not there exactly once. */
async function wrongIn(store: Store, cases: readonly string[], answers: Answers): Promise<unknown[]> {
  const found = await Promise.all(cases.map((id) => faults(store, AT, id)));
  const rows = await store.dataSource.getRepository(FactRow).find({ select: { id: true } });
  const there = new Set(rows.map(({ id }) => id));
  return [...found.flat(), ...answers.facts.filter((id) => !there.has(id))];
}
