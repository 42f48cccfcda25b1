import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '../../machines/grammar/index.js';
import type { Party } from '../../machines/parties.js';
import { epochMs } from '../database/epoch-ms.js';

export type ReminderStatus = 'pending' | 'sent' | 'overtaken' | 'withdrawn' | 'failed';

/** One reminder of one step to one recipient. The unique key is what makes a second sweep harmless. */
@Entity({ name: 'reminders' })
@Index('reminders_once', ['caseId', 'process', 'instance', 'state', 'due', 'level', 'recipient'], { unique: true })
export class ReminderRow {
  @PrimaryColumn({ type: 'varchar' })
  id: string;

  @Column({ name: 'case_id', type: 'varchar' })
  caseId: string;

  @Column({ type: 'varchar' })
  process: string;

  /** As in the owed step: empty where a case has the process once. */
  @Column({ type: 'varchar' })
  instance: string;

  @Column({ type: 'varchar' })
  state: string;

  /** The due date that the reminder speaks of. A step whose date moves is reminded of anew. */
  @Column({ type: 'varchar' })
  due: PlainDate;

  /** `fore-14`: fourteen days before. */
  @Column({ type: 'varchar' })
  level: string;

  @Column({ type: 'varchar' })
  recipient: string;

  @Column({ type: 'varchar' })
  party: Party;

  @Column({ type: 'varchar', nullable: true })
  unit: string | null;

  @Column({ name: 'created_at', type: 'bigint', transformer: epochMs })
  createdAt: number;

  @Column({ type: 'varchar' })
  status: ReminderStatus;
}
