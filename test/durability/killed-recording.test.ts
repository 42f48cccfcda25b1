/**
 * A process that is killed again and again while it records for many at once. Whatever was answered is there exactly once,
 * whatever was not can be asked again, and what is kept about who acts next follows from the facts. If this broke, a
 * coordinator would believe that something was recorded that no longer exists, or see it twice.
 */
import { existsSync } from 'node:fs';
import { FactRow } from '../../src/cases/fact.entity.js';
import type { Store } from '../../src/database/store.js';
import { seeded } from '../../src/engine/random.js';
import { faults, opened, type Place, places } from './places.js';
import { type Ended, type PlannedCase, start } from './processes.js';
import { Answers, MOST_FACTS, planned } from './recorded.js';

const LONG = Number(process.env['ETAPP_PROPERTY_ROUNDS'] ?? 1) > 1;
const KILLS = LONG ? 500 : 20;
const SIDE_BY_SIDE = 10;
const AT = Date.UTC(2026, 2, 2, 10);

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
      const atOnce = kind.name === 'SQLite' ? 1 : 2;
      let unfinished: PlannedCase[] = [];
      let number = 0;
      let killed = 0;
      while (killed < KILLS) {
        while (unfinished.length < SIDE_BY_SIDE * atOnce) unfinished.push(planned(number++));
        const shares = Array.from({ length: atOnce }, (_, i) => unfinished.filter((_, of) => of % atOnce === i));
        const ends = await Promise.all(
          shares.map((cases) => recording(place, cases, answers, random.between(1, SIDE_BY_SIDE * MOST_FACTS))),
        );
        for (const { status, complaint } of ends) expect([status, complaint]).toEqual([status === 0 ? 0 : null, '']);
        killed += ends.filter(({ status }) => status === null).length;
        const touched = unfinished.flatMap(answers.caseOf);
        expect(await opened(place, (store) => wrongIn(store, touched, answers))).toEqual([]);
        unfinished = unfinished.filter(answers.lacks);
      }
      // What was never answered is asked once more, and this time nobody disturbs.
      const last = await recording(place, unfinished, answers);
      expect([last.status, last.complaint]).toEqual([0, '']);
      await assertWhole(place, answers);
    },
    LONG ? 45 * 60_000 : 180_000,
  );

  test('two processes that record into the same database at once, killed in turn, lose nothing and double nothing', async () => {
    const answers = new Answers();
    const mine = Array.from({ length: 8 }, (_, i) => planned(1000 + i));
    const others = Array.from({ length: 8 }, (_, i) => planned(2000 + i));
    const run = (cases: PlannedCase[], killAfter?: number) => recording(place, cases, answers, killAfter);
    await Promise.all([run(mine, 20), run(others)]);
    await Promise.all([run(mine), run(others, 12)]);
    const ends = await Promise.all([run(mine), run(others)]);
    expect(ends.map(({ status, complaint }) => [status, complaint])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    await assertWhole(place, answers);
  });
});

/** A process that records for the cases side by side, and is killed when it has told so many answers. */
function recording(place: Place, cases: readonly PlannedCase[], answers: Answers, killAfter?: number): Promise<Ended> {
  let told = 0;
  return start({ does: 'record', db: place.db, at: AT, cases }, (line, child) => {
    answers.note(line);
    told += 1;
    if (told === killAfter) child.kill('SIGKILL');
  }).ended;
}

/** Nobody was answered in two ways, an audit finds nothing, and what is stored is what was answered. */
async function assertWhole(place: Place, answers: Answers): Promise<void> {
  expect(answers.contradicted).toEqual([]);
  await opened(place, async (store) => {
    expect(await faults(store, AT)).toEqual([]);
    const stored = await store.dataSource.getRepository(FactRow).find();
    expect(stored.map(({ id }) => id).sort()).toEqual(answers.facts.sort());
  });
}

/** What is wrong with the cases: anything that an audit finds, and answered facts that are not there exactly once. */
async function wrongIn(store: Store, cases: readonly string[], answers: Answers): Promise<unknown[]> {
  const found = await Promise.all(cases.map((id) => faults(store, AT, id)));
  const rows = await store.dataSource.getRepository(FactRow).find({ select: { id: true } });
  const there = new Set(rows.map(({ id }) => id));
  return [...found.flat(), ...answers.facts.filter((id) => !there.has(id))];
}
