/** What can go wrong between us and PostgreSQL, and what may be tried again. */

const MET_ANOTHER = new Set([
  '40001', // serialization failure
  '40P01', // deadlock
  '55P03', // lock not available
]);
const AWAY = new Set([
  '57P01', // the server is shut down
  '57P02', // the server has crashed
  '57P03', // the server is starting
  '53300', // too many connections
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'],
]);
/** What the driver says without a code: the connection broke, could not be had, or gave no answer in time. */
const LOST = /connection terminated|connection error|timeout exceeded when trying to connect|query read timeout/i;

/** Whether the same work may succeed when it is done once more. */
export function mayBeTriedAgain(error: unknown): boolean {
  const { code = '' } = error as { code?: string };
  if (MET_ANOTHER.has(code) || isAway(error)) return true;
  // Somebody else used the key, or wrote the fact, between our reading and our writing: read again and see.
  return code === '23505' && isRaced(error as { table?: string; constraint?: string });
}

/** Whether the database cannot be reached, also when TypeORM has wrapped what told of it. */
export function isAway(error: unknown): boolean {
  const { code = '', message = '', driverError } = (error ?? {}) as Partial<Record<string, unknown>>;
  const away = AWAY.has(String(code)) || /^08/.test(String(code)) || LOST.test(String(message));
  return away || (driverError !== undefined && isAway(driverError));
}

/** Whether the connection that the error came on is not to be used again. */
export const isSevered = (error: unknown): boolean => typeof (error as { severity?: unknown }).severity !== 'string';

// What two servers can both believe to be free. The id of a fact is not among them: it is the sender's own.
const isRaced = ({ table = '', constraint }: { table?: string; constraint?: string }): boolean =>
  ['idempotency_keys', 'cases', 'case_numbers'].includes(table) || constraint === 'facts_case_seq';
