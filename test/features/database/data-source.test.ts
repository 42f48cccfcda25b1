import { assertSqliteVersion, sqlitePath } from '../../../src/database/data-source.js';
import { disposeDatabases, freshDatabase } from './fresh-database.js';

afterEach(disposeDatabases);

describe('the data source', () => {
  test('writes ahead, flushes every commit to disk and waits for other processes', async () => {
    const { handle } = await freshDatabase();
    expect(handle.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(handle.pragma('synchronous', { simple: true })).toBe(2);
    expect(handle.pragma('busy_timeout', { simple: true })).toBe(5000);
  });

  test('the SQLite that is installed is one that keeps what it has committed', async () => {
    const { handle } = await freshDatabase();
    const version = handle.prepare('SELECT sqlite_version()').pluck().get() as string;
    expect(() => assertSqliteVersion(version)).not.toThrow();
  });

  test.each(['3.7.0', '3.40.1', '3.51.2', '3.51'])('SQLite %s is refused, in Swedish and English', (version) => {
    expect(() => assertSqliteVersion(version)).toThrow(/kan förlora sparade uppgifter.*can lose committed data/);
  });

  test.each(['3.51.3', '3.52.0', '3.53.2', '4.0.0'])('SQLite %s is accepted', (version) => {
    expect(() => assertSqliteVersion(version)).not.toThrow();
  });

  test('an address of SQLite gives its path', () => {
    expect(sqlitePath('sqlite:etapp.db')).toBe('etapp.db');
    expect(sqlitePath('sqlite:/var/lib/etapp/etapp.db')).toBe('/var/lib/etapp/etapp.db');
    expect(sqlitePath('sqlite::memory:')).toBe(':memory:');
  });

  test('an address of PostgreSQL is refused as not supported yet, without showing its password', () => {
    const address = () => sqlitePath('postgres://etapp:hemligt@localhost/etapp');
    expect(address).toThrow(/stöder ännu inte PostgreSQL.*does not support PostgreSQL yet/);
    expect(address).not.toThrow(/hemligt/);
  });

  test.each(['etapp.db', 'sqlite:', 'sqlite://etapp.db', 'mysql://localhost'])('«%s» is no address', (url) => {
    expect(() => sqlitePath(url)).toThrow(/sqlite:PATH/);
  });
});

describe('the migrations', () => {
  test('give exactly the schema that the entities describe', async () => {
    const { dataSource } = await freshDatabase();
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  test('can be undone and done again', async () => {
    const { dataSource, outside } = await freshDatabase();
    const tables = outside.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'facts'`).pluck();
    for (const _ of dataSource.migrations) await dataSource.undoLastMigration();
    expect(tables.get()).toBe(0);
    await dataSource.runMigrations();
    expect(tables.get()).toBe(1);
  });
});
