/** What keeps a database from storing: told apart by the codes that SQLite and PostgreSQL give, never by their words. */

/** `full`: no room. `unwritable`: the disk or the file cannot be written. `busy`: another process holds the file. */
export type StorageFault = 'full' | 'unwritable' | 'busy';

const faults: readonly (readonly [RegExp, StorageFault])[] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT|53100)$/, 'full'],
  [/^(SQLITE_IOERR|SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM)/, 'unwritable'],
  [/^(SQLITE_BUSY|SQLITE_LOCKED)/, 'busy'],
];

/** The fault of storage behind an error, also when TypeORM has wrapped it; undefined when it is something else. */
export function storageFault(error: unknown): StorageFault | undefined {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: unknown };
  const own = typeof code === 'string' ? faults.find(([pattern]) => pattern.test(code))?.[1] : undefined;
  return own ?? (driverError === undefined ? undefined : storageFault(driverError));
}
