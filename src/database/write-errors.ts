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

/** Somebody else is about to write about the case. */
export class CaseBusy extends Error {
  constructor(readonly caseId: string) {
    super(`Somebody else is about to write about case ${caseId}.`);
    this.name = 'CaseBusy';
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

/** The database went away. `unknown` when it had been told to keep the write, and nobody knows whether it did. */
export class DatabaseAway extends Error {
  constructor(
    readonly unknown: boolean,
    cause?: unknown,
  ) {
    super(unknown ? 'The database went away while it kept the write.' : 'The database does not answer.', { cause });
    this.name = 'DatabaseAway';
  }
}
