/**
 * The statements of the write path on PostgreSQL. Each does its part for a whole group of commands: rows go in as one JSON
 * document, so a group costs as many statements as a single command. Locks are taken in one order, cases before series
 * before counters before keys and each in order of its key, so that groups of different servers never wait in a ring.
 */
import {
  CASE_COLUMNS,
  CHANGING_CASE_COLUMNS,
  FACT_COLUMNS,
  KEY_COLUMNS,
  OUTBOX_COLUMNS,
  OWED_COLUMNS,
  READ_CASE,
  READ_FACT,
  READ_REMINDER,
  REMINDER_COLUMNS,
  REMINDER_KEY,
} from './columns.js';

/** A statement that the server plans once for each connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

const statement = (name: string, text: string): Statement => ({ name: `etapp-${name}`, text });

const insert = (table: string, columns: readonly string[], order = ''): string =>
  `INSERT INTO ${table} (${columns.join(', ')})
   SELECT ${columns.join(', ')} FROM json_populate_recordset(NULL::${table}, $1::json) ${order}`;

const set = (columns: readonly string[], from: string): string =>
  columns.map((name) => `${name} = ${from}.${name}`).join(', ');

export const LOCK = statement('lock', `SELECT ${READ_CASE} FROM cases WHERE id = ANY($1) ORDER BY id FOR UPDATE`);
export const LOCK_FREE = statement(
  'lock-free',
  `SELECT ${READ_CASE} FROM cases WHERE id = ANY($1) ORDER BY id FOR UPDATE SKIP LOCKED`,
);
export const EXISTING = statement('existing', 'SELECT id FROM cases WHERE id = ANY($1)');
export const FACTS = statement('facts', `SELECT ${READ_FACT} FROM facts WHERE case_id = ANY($1) ORDER BY case_id, seq`);
export const OWED = statement('owed', `SELECT ${OWED_COLUMNS.join(', ')} FROM owed_steps WHERE case_id = ANY($1)`);
export const REMINDERS = statement('reminders', `SELECT ${READ_REMINDER} FROM reminders WHERE case_id = ANY($1)`);
/** Locks the series, making those that are not there. */
export const SERIES = statement(
  'series',
  `INSERT INTO case_numbers (series, last) SELECT series, 0 FROM unnest($1::varchar[]) AS series ORDER BY series
   ON CONFLICT (series) DO UPDATE SET last = case_numbers.last RETURNING series, last`,
);
/** After the locks, so that what somebody else has just answered is seen. */
export const ANSWERS = statement(
  'answers',
  'SELECT key, request_hash AS "requestHash", body FROM idempotency_keys WHERE key = ANY($1)',
);

export const INSERT_CASES = statement('insert-cases', insert('cases', CASE_COLUMNS));
export const UPDATE_CASES = statement(
  'update-cases',
  `UPDATE cases SET ${set(CHANGING_CASE_COLUMNS, 'next')}
   FROM json_populate_recordset(NULL::cases, $1::json) AS next
   JOIN unnest($2::varchar[], $3::integer[]) AS was (id, version) ON was.id = next.id
   WHERE cases.id = next.id AND cases.version = was.version`,
);
export const INSERT_FACTS = statement('insert-facts', insert('facts', FACT_COLUMNS));
export const DELETE_OWED = statement('delete-owed', 'DELETE FROM owed_steps WHERE id = ANY($1)');
export const PUT_OWED = statement(
  'put-owed',
  `${insert('owed_steps', OWED_COLUMNS)} ON CONFLICT (id) DO UPDATE SET ${set(OWED_COLUMNS, 'excluded')}`,
);
export const COUNT = statement(
  'count',
  `${insert('owed_counters', ['party', 'kommun', 'open'], 'ORDER BY party, kommun')}
   ON CONFLICT (party, kommun) DO UPDATE SET open = owed_counters.open + excluded.open RETURNING party, kommun, open`,
);
export const DROP_EMPTY = statement(
  'drop-empty',
  `DELETE FROM owed_counters USING unnest($1::varchar[], $2::varchar[]) AS empty (party, kommun)
   WHERE owed_counters.party = empty.party AND owed_counters.kommun = empty.kommun AND open = 0`,
);
export const INSERT_REMINDERS = statement(
  'insert-reminders',
  `${insert('reminders', REMINDER_COLUMNS)} ON CONFLICT (${REMINDER_KEY.join(', ')}) DO NOTHING RETURNING id`,
);
export const INSERT_OUTBOX = statement('insert-outbox', insert('outbox', OUTBOX_COLUMNS));
export const INSERT_KEYS = statement('insert-keys', insert('idempotency_keys', KEY_COLUMNS, 'ORDER BY key'));
export const UPDATE_SERIES = statement(
  'update-series',
  `UPDATE case_numbers SET last = next.last FROM json_populate_recordset(NULL::case_numbers, $1::json) AS next
   WHERE case_numbers.series = next.series`,
);
export const DELETE_SERIES = statement('delete-series', 'DELETE FROM case_numbers WHERE series = ANY($1) AND last = 0');
export const NOTIFY = statement('notify', 'SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload');
