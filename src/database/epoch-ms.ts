import type { ValueTransformer } from 'typeorm';

/** Instants are epoch milliseconds in a bigint column; PostgreSQL hands a bigint over as text, SQLite as a number. */
export const epochMs: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: string | number | null) => (value == null ? value : Number(value)),
};
