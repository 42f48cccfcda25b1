import { addressOf, shownAddress } from '../../../src/database/address.js';
import { assertSqliteVersion } from '../../../src/database/data-source.js';
import { disposeDatabases, freshSqlite } from './fresh-database.js';

afterEach(disposeDatabases);

describe('the data source', () => {
  test('writes ahead, flushes every commit to disk and waits for other processes', async () => {
    const { handle } = await freshSqlite();
    expect(handle.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(handle.pragma('synchronous', { simple: true })).toBe(2);
    expect(handle.pragma('busy_timeout', { simple: true })).toBe(5000);
  });

  test('the SQLite that is installed is one that keeps what it has committed', async () => {
    const { handle } = await freshSqlite();
    const version = handle.prepare('SELECT sqlite_version()').pluck().get() as string;
    expect(() => assertSqliteVersion(version)).not.toThrow();
  });

  test.each(['3.7.0', '3.40.1', '3.51.2', '3.51'])('SQLite %s is refused, in Swedish and English', (version) => {
    expect(() => assertSqliteVersion(version)).toThrow(/kan förlora sparade uppgifter.*can lose committed data/);
  });

  test.each(['3.51.3', '3.52.0', '3.53.2', '4.0.0'])('SQLite %s is accepted', (version) => {
    expect(() => assertSqliteVersion(version)).not.toThrow();
  });
});

describe('the address of a database', () => {
  test('of SQLite gives its path', () => {
    expect(addressOf('sqlite:etapp.db')).toEqual({ kind: 'sqlite', path: 'etapp.db' });
    expect(addressOf('sqlite:/var/lib/etapp/etapp.db')).toEqual({ kind: 'sqlite', path: '/var/lib/etapp/etapp.db' });
    expect(addressOf('sqlite::memory:')).toEqual({ kind: 'sqlite', path: ':memory:' });
  });

  test.each(['postgres://etapp@localhost/etapp', 'postgresql://localhost:5433/etapp?sslmode=require'])(
    'of PostgreSQL is handed on as it is: %s',
    (url) => expect(addressOf(url)).toEqual({ kind: 'postgres', url }),
  );

  test('is shown without name and password', () => {
    expect(shownAddress('postgres://etapp:hemligt@localhost/etapp')).toBe('postgres://localhost/etapp');
    expect(shownAddress('postgres://localhost/etapp?user=etapp&password=hemligt')).not.toMatch(/hemligt/);
  });

  test.each(['etapp.db', 'sqlite:', 'sqlite://etapp.db', 'postgres:', 'postgres://', 'mysql://localhost'])(
    '«%s» is no address',
    (url) => expect(() => addressOf(url)).toThrow(/sqlite:PATH or postgres:/),
  );
});
