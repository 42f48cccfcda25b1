import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '../../machines/grammar/index.js';
import type { Party } from '../../machines/parties.js';
import { epochMs } from '../database/epoch-ms.js';

/** A fact as it lies in the log. Rows are added, never changed; the hashes show it. */
@Entity({ name: 'facts' })
@Index('facts_case_seq', ['caseId', 'seq'], { unique: true })
export class FactRow {
  @PrimaryColumn({ type: 'varchar' })
  id: string;

  @Column({ name: 'case_id', type: 'varchar' })
  caseId: string;

  /** 1, 2, 3 … within the case. */
  @Column({ type: 'integer' })
  seq: number;

  @Column({ type: 'varchar' })
  type: string;

  /** The day the fact took effect. */
  @Column({ name: 'on_date', type: 'varchar' })
  on: PlainDate;

  @Column({ name: 'by_party', type: 'varchar' })
  byParty: Party;

  @Column({ name: 'by_unit', type: 'varchar', nullable: true })
  byUnit: string | null;

  /**
   * Canonical JSON. It is read as text and parsed by `factOf`, so that an audit can say which row is damaged instead of
   * failing on all of them.
   */
  @Column({ type: 'text' })
  data: string;

  /** The instant we learnt it. */
  @Column({ name: 'recorded_at', type: 'bigint', transformer: epochMs })
  recordedAt: number;

  @Column({ name: 'recorded_by', type: 'varchar' })
  recordedBy: string;

  /** The fact that this one replaces or withdraws. */
  @Column({ type: 'varchar', nullable: true })
  corrects: string | null;

  /** Why a fact was corrected: a code, never free text about a person. */
  @Column({ type: 'varchar', nullable: true })
  reason: string | null;

  /** How a forgotten fact was told afterwards; null for one told in the ordinary way. */
  @Column({ name: 'stated_afterwards', type: 'varchar', nullable: true })
  statedAfterwards: 'stated' | 'bounded' | null;

  /** The first day possible, when the day of a forgotten fact is not known. */
  @Column({ name: 'not_before', type: 'varchar', nullable: true })
  notBefore: PlainDate | null;

  @Column({ name: 'prev_hash', type: 'varchar' })
  prevHash: string;

  @Column({ type: 'varchar' })
  hash: string;
}
