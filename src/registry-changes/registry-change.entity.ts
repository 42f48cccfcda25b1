import { Column, Entity, PrimaryColumn } from 'typeorm';
import { epochMs } from '../database/epoch-ms.js';

/** That a move of all cases to another registry was begun, and that it was carried through. */
export type RegistryChangeKind = 'begun' | 'completed';

/** An entry in the book of registry changes. Entries are added, never changed; the hashes show it. */
@Entity({ name: 'registry_changes' })
export class RegistryChangeRow {
  /** 1, 2, 3 … */
  @PrimaryColumn({ type: 'integer' })
  seq: number;

  @Column({ type: 'varchar' })
  kind: RegistryChangeKind;

  /** Epoch milliseconds. */
  @Column({ type: 'bigint', transformer: epochMs })
  at: number;

  /** A role, never a person. */
  @Column({ name: 'done_by', type: 'varchar' })
  doneBy: string;

  /** Canonical JSON: `{ version: cases }`, the registries that the cases were computed with before. */
  @Column({ name: 'from_versions', type: 'text' })
  fromVersions: string;

  @Column({ name: 'to_version', type: 'varchar' })
  toVersion: string;

  /** Canonical JSON: how many cases came to each verdict; `{}` in the entry that begins. */
  @Column({ type: 'text' })
  counts: string;

  /** SHA-256 over what was told of every case, so that a report kept elsewhere can be held against the book. */
  @Column({ name: 'content_hash', type: 'varchar' })
  contentHash: string;

  @Column({ name: 'prev_hash', type: 'varchar' })
  prevHash: string;

  @Column({ type: 'varchar' })
  hash: string;
}
