import { Column, Entity, PrimaryColumn } from 'typeorm';
import { epochMs } from '../database/epoch-ms.js';

/** A write that was carried out under a key of the sender's, and the answer it got. */
@Entity({ name: 'idempotency_keys' })
export class IdempotencyKeyRow {
  @PrimaryColumn({ type: 'varchar' })
  key: string;

  /** Hash of everything the sender asked for, path included. */
  @Column({ name: 'request_hash', type: 'varchar' })
  requestHash: string;

  @Column({ type: 'integer' })
  status: number;

  /** The answer as JSON. */
  @Column({ type: 'text' })
  body: string;

  @Column({ name: 'created_at', type: 'bigint', transformer: epochMs })
  createdAt: number;
}
