import type pg from 'pg';
import { readPostgres } from './postgres-read.js';
import { writePostgres } from './postgres-write.js';
import { type Command, type Outcome, Workbench } from './workbench.js';

/** A group that could not be committed; `unknown` when the server was lost after it had been told to commit. */
export class GroupFailed extends Error {
  constructor(
    override readonly cause: unknown,
    readonly unknown: boolean,
  ) {
    super('A group of commands could not be committed.');
    this.name = 'GroupFailed';
  }
}

/** How a group is carried out. */
export interface Manner {
  /** Whether cases that others are writing about are waited for; otherwise their commands fail with `CaseBusy`. */
  readonly patient: boolean;
  /** The messages that tell other servers of what was done. */
  announcing(this: void, outcomes: readonly Outcome[]): readonly string[];
}

/**
 * Carries out a group of commands in one transaction: three trips to the server however many they are. Gives back what
 * became of each, after the commit. Rejects with `GroupFailed`, and then nothing is written unless it says so.
 */
export async function carryOutGroup(
  client: pg.PoolClient,
  commands: readonly Command[],
  { patient, announcing }: Manner,
): Promise<Outcome[]> {
  let told = false;
  try {
    const bench = new Workbench(await readPostgres(client, commands, patient));
    const outcomes = commands.map((command) => bench.carryOut(command));
    if (bench.written.length === 0) {
      await client.query('ROLLBACK');
      return outcomes;
    }
    await writePostgres(client, bench, announcing(outcomes));
    told = true;
    await client.query('COMMIT');
    return outcomes;
  } catch (error) {
    throw new GroupFailed(error, told && !isTakenBack(error));
  }
}

/**
 * Whether the answer to a COMMIT says for sure that nothing was kept: a constraint that is looked at last, a conflict with
 * others, no room. A server that is shut down or breaks also says so in an answer, and may have kept everything before it did.
 */
const isTakenBack = (error: unknown): boolean => /^(23|40|53)/.test((error as { code?: string }).code ?? '');
