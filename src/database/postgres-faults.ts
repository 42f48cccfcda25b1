/** What can go wrong between us and PostgreSQL, and what may be tried again. */

const TRY_AGAIN = new Set([
  '40001', // serialization failure
  '40P01', // deadlock
  '55P03', // lock not available
  '57P01', // the server is shut down
  '57P02', // the server has crashed
  '57P03', // the server is starting
  '53300', // too many connections
]);
const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);

/** Whether the same work may succeed when it is done once more, with nothing of it written by this attempt. */
export function mayBeTriedAgain(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (TRY_AGAIN.has(code) || AWAY.has(code) || code.startsWith('08')) return true;
  // Somebody else used the key, or wrote the fact, between our reading and our writing: read again and see.
  if (code === '23505') return isRaced(error as { table?: string; constraint?: string });
  return /connection terminated|connection error|timeout exceeded when trying to connect/i.test(message);
}

/** Whether the connection that the error came on is not to be used again. */
export const isSevered = (error: unknown): boolean => typeof (error as { severity?: unknown }).severity !== 'string';

// What two servers can both believe to be free. The id of a fact is not among them: it is the sender's own.
const isRaced = ({ table = '', constraint }: { table?: string; constraint?: string }): boolean =>
  ['idempotency_keys', 'cases', 'case_numbers'].includes(table) || constraint === 'facts_case_seq';
