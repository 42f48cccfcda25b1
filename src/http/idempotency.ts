import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { canonicalJson } from '../cases/canonical-json.js';
import type { Idempotency } from '../database/write-path.js';
import type { Incoming } from './exchange.js';
import { invalidData } from './problems.js';

const KEY = /^[\x21-\x7e]{1,200}$/;

/** The sender's `Idempotency-Key` with the hash of method, address and body; undefined without one. Throws a problem. */
export function idempotencyOf({ method, url, headers, body }: Incoming): Idempotency | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !KEY.test(key))
    throw invalidData([
      { pointer: '/Idempotency-Key', detail: 'Idempotency-Key ska vara 1–200 synliga ASCII-tecken.' },
    ]);
  const request = `${method} ${url}\n${canonicalJson(body ?? null)}`;
  return { key, requestHash: createHash('sha256').update(request).digest('hex'), status: 201 };
}

/** The sender's idempotency key. */
export const Idempotent = createParamDecorator((_: unknown, context: ExecutionContext) =>
  idempotencyOf(context.switchToHttp().getRequest<Incoming>()),
);

const ETAG = /^(?:W\/)?"?(\d{1,9})"?$/;

/** The version in `If-Match`; undefined without one. Throws a problem. */
export function expectedVersionOf({ headers }: Pick<Incoming, 'headers'>): number | undefined {
  const match = headers['if-match'];
  if (match === undefined || match === '*') return undefined;
  const version = typeof match === 'string' ? ETAG.exec(match)?.[1] : undefined;
  if (version === undefined)
    throw invalidData([{ pointer: '/If-Match', detail: 'If-Match ska vara ärendets version, till exempel "3".' }]);
  return Number(version);
}

/** The version of the case that the sender has seen. */
export const ExpectedVersion = createParamDecorator((_: unknown, context: ExecutionContext) =>
  expectedVersionOf(context.switchToHttp().getRequest<Incoming>()),
);
