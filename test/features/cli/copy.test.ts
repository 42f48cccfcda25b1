/** Moving a caseload from one kind of database to another. */
import { join } from 'node:path';
import { databases, dropDatabases } from '../../support/databases.js';
import { openStore } from '../../../src/database/open-store.js';
import { freshDatabase, disposeDatabases, type FreshDatabase, opening, storing } from '../database/fresh-database.js';
import { desk, clearDesks } from './etapp.js';

const [sqlite, postgresql] = databases as [(typeof databases)[0], (typeof databases)[0]];
afterEach(async () => {
  await disposeDatabases();
  await dropDatabases();
});
afterAll(clearDesks);

const TABLES = [
  ...['cases', 'facts', 'owed_steps', 'owed_counters', 'case_numbers', 'reminders', 'outbox', 'idempotency_keys'],
  'registry_changes',
];

/** A caseload with reminders, some of them sent, and an answer that is remembered. */
async function caseload(): Promise<{ url: string; etapp: ReturnType<typeof desk>['etapp'] }> {
  const { etapp, folder } = desk();
  await etapp('demo', '--participants', '6');
  await etapp('remind');
  const url = `sqlite:${join(folder, 'etapp.db')}`;
  const store = await openStore(url);
  await store.writePath.open(opening({ idempotency: { key: 'nyckel', requestHash: 'h' } }), storing({}));
  await store.close();
  return { url, etapp };
}

/** Everything in the database, in an order that does not depend on how it sorts text. */
async function contents(of: FreshDatabase): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of TABLES) {
    const rows = await of.rows(`SELECT * FROM ${table}`);
    found[table] = rows.map((row) => JSON.stringify(Object.entries(row).map(([k, v]) => [k, String(v)]))).sort();
  }
  return found;
}

test('what goes from SQLite to PostgreSQL and back is the same, row by row, and answers alike', async () => {
  const { url, etapp } = await caseload();
  const [there, back] = [await freshDatabase(postgresql), await freshDatabase(sqlite)];
  const copied = JSON.parse((await etapp('--json', 'copy', '--from', url, '--to', there.url)).out) as {
    rows: number;
    tables: Record<string, number>;
  };
  expect(copied.tables).toMatchObject({ cases: 7, idempotency_keys: 1 });
  expect(Object.keys(copied.tables).sort()).toEqual([...TABLES].sort());
  const again = await etapp('copy', '--from', there.url, '--to', back.url);
  expect(again).toMatchObject({
    status: 0,
    out: expect.stringMatching(/7 ärenden.*kedjan i\s+varje\s+ärende\s+håller/s),
  });
  const [onPostgres, onSqlite] = [await contents(there), await contents(back)];
  expect(onSqlite).toEqual(onPostgres);
  expect(Object.values(onSqlite).flat()).toHaveLength(copied.rows);
  for (const table of ['facts', 'owed_steps', 'reminders', 'outbox'] as const)
    expect(onSqlite[table]?.length).toBeGreaterThan(0);
  const next = async (db: string) => (await etapp('--json', '--db', db, 'next', '--limit', '100')).out;
  expect(await next(there.url)).toBe(await next(url));
  expect(await next(back.url)).toBe(await next(url));
});

test('a copy goes on where the original was: the next case gets the next number', async () => {
  const { url, etapp } = await caseload();
  const there = await freshDatabase(postgresql);
  await etapp('copy', '--from', url, '--to', there.url);
  const opened = await etapp('--json', '--db', there.url, 'open', '--subject', 'deltagare', '--kommun', '0763');
  const numbers = await there.rows<{ id: string }>("SELECT id FROM cases WHERE id LIKE '0763-26-%'");
  expect(
    numbers
      .map(({ id }) => id)
      .sort()
      .at(-1),
  ).toBe((JSON.parse(opened.out) as { id: string }).id);
});

test('a target with rows is refused, and left as it was', async () => {
  const { url, etapp } = await caseload();
  const there = await freshDatabase(postgresql);
  await there.run("INSERT INTO case_numbers (series, last) VALUES ('0763-26', 7)");
  const refused = await etapp('copy', '--from', url, '--to', there.url);
  expect(refused).toMatchObject({ status: 3, err: expect.stringMatching(/inte tom.*case_numbers/s) });
  expect((await contents(there))['cases']).toEqual([]);
});

test('a caseload whose chain does not hold is not copied, and the fact is named', async () => {
  const { url, etapp } = await caseload();
  const [damaged, there] = [await freshDatabase(sqlite), await freshDatabase(postgresql)];
  await etapp('copy', '--from', url, '--to', damaged.url);
  const [row] = await damaged.rows<{ case_id: string }>('SELECT case_id FROM facts WHERE seq = 2 ORDER BY case_id');
  await damaged.run(`UPDATE facts SET on_date = '2020-01-01' WHERE case_id = '${row?.case_id}' AND seq = 2`);
  const refused = await etapp('copy', '--from', damaged.url, '--to', there.url);
  expect(refused.status).toBe(3);
  expect(refused.err.replace(/\s+/g, ' ')).toContain(`Uppgift 2 i ärende ${row?.case_id} har ändrats`);
  expect(Object.values(await contents(there)).flat()).toEqual([]);
});

test('a copy that comes out different, or breaks off in the middle, leaves nothing', async () => {
  const { url, etapp } = await caseload();
  const there = await freshDatabase(postgresql);
  await there.run(`
    CREATE FUNCTION meddles() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.status := ''overtaken''; RETURN NEW; END';
    CREATE TRIGGER meddles BEFORE INSERT ON reminders FOR EACH ROW EXECUTE FUNCTION meddles()`);
  const differs = await etapp('copy', '--from', url, '--to', there.url);
  expect(differs).toMatchObject({ status: 3, err: expect.stringMatching(/inte densamma.*reminders/s) });
  await there.run('DROP TRIGGER meddles ON reminders; ALTER TABLE reminders ADD CHECK (false)');
  expect((await etapp('copy', '--from', url, '--to', there.url)).status).toBe(1);
  expect(Object.values(await contents(there)).flat()).toEqual([]);
});

test.each([
  ['no target', ['copy'], /--to/],
  ['an address that is none', ['copy', '--to', 'mysql://localhost'], /postgres:/],
  ['a file that is not there', ['copy', '--from', 'sqlite:finns-inte.db', '--to', 'sqlite:ny.db'], /finns-inte/],
])('%s is wrong usage, and says what to write', async (_, argv, said) => {
  const { etapp } = desk();
  await etapp('demo', '--participants', '1');
  expect(await etapp(...argv)).toMatchObject({ status: 2, err: expect.stringMatching(said) });
});

test('a server that does not answer is told of without the password', async () => {
  const { etapp } = desk();
  await etapp('demo', '--participants', '1');
  const failed = await etapp('copy', '--to', 'postgres://etapp:hemligt@127.0.0.1:1/etapp');
  expect(failed.status).toBe(1);
  expect(failed.err).toMatch(/127\.0\.0\.1:1\/etapp svarar inte \(.*ECONNREFUSED.*does not answer/s);
  expect(failed.err).not.toMatch(/hemligt/);
});
