import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '../../machines/grammar/index.js';
import { epochMs } from '../database/epoch-ms.js';

export type OutboxKind = 'mail' | 'event';

/** Something to hand over to the world, written together with what caused it and sent afterwards. */
@Entity({ name: 'outbox' })
@Index('outbox_waiting', ['due', 'nextAttemptAt', 'id'], { where: 'next_attempt_at IS NOT NULL' })
export class OutboxRow {
  @PrimaryColumn({ type: 'varchar' })
  id: string;

  @Column({ type: 'varchar' })
  kind: OutboxKind;

  @Column({ name: 'case_id', type: 'varchar' })
  caseId: string;

  @Index('outbox_reminder')
  @Column({ name: 'reminder_id', type: 'varchar', nullable: true })
  reminderId: string | null;

  /** The day that the reminder is about: the earliest is sent first. Kept here so that finding it looks at no other message. */
  @Column({ type: 'varchar', nullable: true })
  due: PlainDate | null;

  @Column({ type: 'simple-json' })
  payload: Readonly<Record<string, unknown>>;

  @Column({ name: 'created_at', type: 'bigint', transformer: epochMs })
  createdAt: number;

  @Column({ name: 'sent_at', type: 'bigint', nullable: true, transformer: epochMs })
  sentAt: number | null;

  @Column({ type: 'integer' })
  attempts: number;

  /** Set from the beginning, to the instant of writing; null once there is nothing more to try (sent, or given up). */
  @Column({ name: 'next_attempt_at', type: 'bigint', nullable: true, transformer: epochMs })
  nextAttemptAt: number | null;

  @Column({ name: 'last_error', type: 'text', nullable: true })
  lastError: string | null;
}
