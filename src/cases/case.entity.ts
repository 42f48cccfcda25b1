import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PlainDate, Subject } from '../../machines/grammar/index.js';
import { epochMs } from '../database/epoch-ms.js';
import type { KeptPosition } from './kept-position.js';

export type CaseStatus = 'open' | 'closed';

/** What decides which clause of an agreement applies to the case, taken from its facts. */
export type CaseAttributes = Readonly<Record<string, unknown>>;

/** A case: what its log of facts is about, and the version that guards its writes. */
@Entity({ name: 'cases' })
export class CaseRow {
  /** Municipality, year and running number: `0763-26-0001`. */
  @PrimaryColumn({ type: 'varchar' })
  id: string;

  @Column({ type: 'varchar' })
  subject: Subject;

  /** Four digits. */
  @Column({ type: 'varchar' })
  kommun: string;

  @Column({ type: 'simple-json' })
  attributes: CaseAttributes;

  /** Raised by one with every write; a write that names another version is stale. */
  @Column({ type: 'integer' })
  version: number;

  /** The version of the registry that the owed steps of the case were computed with. */
  @Column({ name: 'registry_version', type: 'varchar' })
  registryVersion: string;

  @Column({ type: 'varchar' })
  status: CaseStatus;

  @Column({ name: 'opened_at', type: 'bigint', transformer: epochMs })
  openedAt: number;

  /** The next day on which something changes by time alone. */
  @Index('cases_next_boundary')
  @Column({ name: 'next_boundary_on', type: 'varchar', nullable: true })
  nextBoundaryOn: PlainDate | null;

  /** The first day on which the owed steps that are kept may no longer be the ones that are owed. */
  @Index('cases_owed_until')
  @Column({ name: 'owed_until', type: 'varchar', nullable: true })
  owedUntil: PlainDate | null;

  /** The day for which the owed steps were computed. One that lies ahead is what a clock that went wrong left behind. */
  @Index('cases_computed_on')
  @Column({ name: 'computed_on', type: 'varchar', nullable: true })
  computedOn: PlainDate | null;

  /** Where the case stood that day; null in cases that were written before this was kept. */
  @Column({ type: 'simple-json', nullable: true })
  positions: KeptPosition | null;
}
