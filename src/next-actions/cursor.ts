import { createHash } from 'node:crypto';
import { canonicalJson } from '../cases/canonical-json.js';
import { invalidData, type Problem } from '../http/problems.js';

/** The last step of a page; the next page begins after it. */
export interface Place {
  due: string;
  id: string;
}

const bindingOf = (question: unknown): string =>
  createHash('sha256').update(canonicalJson(question)).digest('base64url').slice(0, 16);

/** A place as an opaque text that holds for one question only. */
export const cursorOf = ({ due, id }: Place, question: unknown): string =>
  Buffer.from(JSON.stringify([due, id, bindingOf(question)])).toString('base64url');

/** The place in a cursor. Throws a problem when the cursor is no cursor, or belongs to another question. */
export function placeOf(cursor: string, question: unknown): Place {
  const [due, id, binding] = partsOf(cursor);
  if (typeof due !== 'string' || typeof id !== 'string') throw foreign();
  if (binding !== bindingOf(question)) throw foreign();
  return { due, id };
}

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

const foreign = (): Problem =>
  invalidData([{ pointer: '/cursor', detail: 'cursor hör inte till den här frågan; börja om från första sidan.' }]);
