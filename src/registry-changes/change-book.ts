import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { canonicalJson } from '../cases/canonical-json.js';
import { FIRST_PREV_HASH } from '../cases/chain.js';
import { RegistryChangeRow } from './registry-change.entity.js';

/** An entry before it has its place in the book. */
export type NewEntry = Omit<RegistryChangeRow, 'seq' | 'prevHash' | 'hash'>;

/** Two processes may write at once; then one of them finds its number taken, and takes the next. */
const ATTEMPTS = 20;

/** The book of registry changes: entries are added, each with the hash of the one before it. */
export class ChangeBook {
  constructor(private readonly dataSource: DataSource) {}

  /** All entries in order. */
  entries(): Promise<RegistryChangeRow[]> {
    return this.dataSource.getRepository(RegistryChangeRow).find({ order: { seq: 'ASC' } });
  }

  /** The last change that was carried through; null when there has been none. */
  async last(): Promise<RegistryChangeRow | null> {
    const completed = { where: { kind: 'completed' as const }, order: { seq: 'DESC' as const } };
    return this.dataSource.getRepository(RegistryChangeRow).findOne(completed);
  }

  /** One statement, so that nobody on the connection can come in between. */
  async add(entry: NewEntry): Promise<RegistryChangeRow> {
    for (let attempt = 1; ; attempt += 1) {
      const last = (await this.entries()).at(-1);
      const row = chained(entry, last);
      try {
        await this.dataSource.createQueryBuilder().insert().into(RegistryChangeRow).values(row).execute();
        return row;
      } catch (error) {
        const taken = (await this.entries()).at(-1)?.seq !== last?.seq;
        if (!taken || attempt === ATTEMPTS) throw error;
      }
    }
  }
}

const chained = (entry: NewEntry, last: RegistryChangeRow | undefined): RegistryChangeRow => {
  const placed = { ...entry, seq: (last?.seq ?? 0) + 1, prevHash: last?.hash ?? FIRST_PREV_HASH };
  return { ...placed, hash: entryHash(placed) };
};

const entryHash = (of: Omit<RegistryChangeRow, 'hash'>): string => {
  const { seq, kind, at, doneBy, fromVersions, toVersion, counts, contentHash, prevHash } = of;
  const said = { seq, kind, at, doneBy, fromVersions, toVersion, counts, contentHash, prevHash };
  return createHash('sha256').update(canonicalJson(said)).digest('hex');
};

/** The numbers of the entries that were changed, or that do not follow on the one before. */
export const brokenEntries = (rows: readonly RegistryChangeRow[]): number[] =>
  rows.flatMap((row, i) => {
    const follows = row.seq === i + 1 && row.prevHash === (rows[i - 1]?.hash ?? FIRST_PREV_HASH);
    return follows && row.hash === entryHash(row) ? [] : [row.seq];
  });
