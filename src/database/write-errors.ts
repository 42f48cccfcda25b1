/** Nobody knows the case. */
export class CaseNotFound extends Error {
  readonly slug = 'not-found';

  constructor(readonly caseId: string) {
    super(`There is no case ${caseId}.`);
    this.name = 'CaseNotFound';
  }
}

/** The case has changed since the version that the write was decided on. Read it again and decide anew. */
export class StaleWrite extends Error {
  readonly slug = 'stale-write';

  constructor(
    readonly caseId: string,
    readonly expectedVersion: number,
  ) {
    super(`Case ${caseId} is no longer at version ${expectedVersion}.`);
    this.name = 'StaleWrite';
  }
}

/** The key was used before, for another request. */
export class IdempotencyConflict extends Error {
  readonly slug = 'idempotency-conflict';

  constructor(readonly key: string) {
    super(`The idempotency key ${key} belongs to another request.`);
    this.name = 'IdempotencyConflict';
  }
}
