import type { DataSource } from 'typeorm';
import {
  AT,
  disposeDatabases,
  fact,
  freshSqlite,
  openCase,
  opening,
  storing,
  type FreshSqlite,
} from './fresh-database.js';

afterEach(disposeDatabases);

const commits = ({ statements }: FreshSqlite) => statements.filter((statement) => statement === 'COMMIT').length;

/** How many rows of a table are committed, at this very moment. */
const committedRows = ({ outside }: FreshSqlite, table: string): number =>
  outside.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;

/** An event that somebody waits for. */
const gate = () => {
  let open = () => {};
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { open, passed };
};

/** Two transactions of TypeORM: the first ends well inside the second's time, then the second fails. */
const overlapInTypeOrm = async (dataSource: DataSource) => {
  const [firstWrote, secondWrote, firstDone] = [gate(), gate(), gate()];
  const first = dataSource.transaction(async (manager) => {
    await manager.query(`INSERT INTO case_numbers (series, last) VALUES ('first', 1)`);
    firstWrote.open();
    await secondWrote.passed;
  });
  await firstWrote.passed;
  const second = dataSource.transaction(async (manager) => {
    await manager.query(`INSERT INTO case_numbers (series, last) VALUES ('second', 1)`);
    secondWrote.open();
    await firstDone.passed;
    throw new Error('the second fails');
  });
  void first.then(firstDone.open);
  return Promise.allSettled([first, second]);
};

describe('commands that overlap', () => {
  test('in TypeORM’s own transactions they do take back each other’s, which is why the write path is apart', async () => {
    const database = await freshSqlite();
    const [first] = await overlapInTypeOrm(database.dataSource);
    expect(first?.status).toBe('fulfilled');
    expect(committedRows(database, 'case_numbers')).toBe(0);
  });

  test('nothing is visible before the commit, and the answer comes after it', async () => {
    const database = await freshSqlite();
    const id = await openCase(database);
    const seen: number[] = [];
    const append = () =>
      database.writePath.change(id, { at: AT }, ({ facts }) => {
        seen.push(facts.length, committedRows(database, 'facts'));
        return { result: null, writes: { facts: [fact()] } };
      });
    const whenAnswered = append().then(() => committedRows(database, 'facts'));
    await append();
    // Inside the group the second command sees the first's fact; outside nobody does.
    expect(seen).toEqual([0, 0, 1, 0]);
    expect(await whenAnswered).toBe(2);
  });

  test('commands of one turn share one commit', async () => {
    const database = await freshSqlite();
    const before = commits(database);
    await Promise.all(Array.from({ length: 100 }, () => openCase(database)));
    expect(commits(database) - before).toBe(1);
    await openCase(database);
    expect(commits(database) - before).toBe(2);
    expect(committedRows(database, 'cases')).toBe(101);
  });

  test('a group is at most 256 commands', async () => {
    const database = await freshSqlite();
    const before = commits(database);
    await Promise.all(Array.from({ length: 257 }, () => openCase(database)));
    expect(commits(database) - before).toBe(2);
  });
});

describe('a transaction that cannot be carried out', () => {
  const append = ({ writePath }: FreshSqlite, id: string, types: string[]) =>
    Promise.allSettled(types.map((type) => writePath.change(id, { at: AT }, storing({ facts: [fact({ type })] }))));
  const statuses = (settled: PromiseSettledResult<unknown>[]) => settled.map(({ status }) => status);

  test('when the commit fails every command in the group is rejected, and the next group is carried out', async () => {
    const database = await freshSqlite();
    const id = await openCase(database);
    // A reference that is checked at commit makes SQLite refuse the commit itself.
    database.handle.exec(`
      CREATE TABLE checked_late (parent REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED);
      CREATE TRIGGER late AFTER INSERT ON facts WHEN new.type = 'poison'
        BEGIN INSERT INTO checked_late VALUES ('nobody'); END`);
    const settled = await append(database, id, ['before', 'poison', 'after']);
    expect(statuses(settled)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(committedRows(database, 'facts')).toBe(0);
    await database.writePath.change(id, { at: AT }, storing({ facts: [fact()] }));
    expect(committedRows(database, 'facts')).toBe(1);
  });

  test('when SQLite takes back the whole transaction nobody is told that their write was done', async () => {
    const database = await freshSqlite();
    const id = await openCase(database);
    database.handle.exec(`
      CREATE TRIGGER full_disk BEFORE INSERT ON facts WHEN new.type = 'poison'
        BEGIN SELECT RAISE(ROLLBACK, 'as on a full disk'); END`);
    const settled = await append(database, id, ['before', 'poison', 'after']);
    expect(statuses(settled)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(committedRows(database, 'facts')).toBe(0);
  });

  test('somebody else’s open transaction on the connection is neither joined nor taken back', async () => {
    const database = await freshSqlite();
    database.handle.exec(`BEGIN; INSERT INTO case_numbers (series, last) VALUES ('theirs', 1)`);
    await expect(openCase(database)).rejects.toMatchObject({ message: expect.stringMatching(/within a transaction/) });
    database.handle.exec('COMMIT');
    expect(committedRows(database, 'case_numbers')).toBe(1);
    expect(committedRows(database, 'cases')).toBe(0);
  });
});

describe('closing', () => {
  test('carries out everything that waits, then turns new commands away', async () => {
    const database = await freshSqlite();
    const waiting = Array.from({ length: 300 }, () => openCase(database));
    await database.writePath.close();
    expect(committedRows(database, 'cases')).toBe(300);
    expect(new Set(await Promise.all(waiting)).size).toBe(300);
    await expect(database.writePath.open(opening(), storing({}))).rejects.toThrow(/closed/);
  });

  test('may be done twice', async () => {
    const { writePath } = await freshSqlite();
    await writePath.close();
    await expect(writePath.close()).resolves.toBeUndefined();
  });
});
