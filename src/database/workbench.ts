import type { CaseRow } from '../cases/case.entity.js';
import { factOf } from '../cases/fact-row.js';
import type { FactRow } from '../cases/fact.entity.js';
import type { Fact } from '../engine/types.js';
import type { ReminderRow } from '../reminders/reminder.entity.js';
import {
  caseIdOf,
  chained,
  changedCase,
  freshCase,
  keyRecord,
  newReminder,
  owedDifference,
  owedRecords,
  seriesOf,
  type StoredStep,
} from './records.js';
import { CaseBusy, CaseNotFound, IdempotencyConflict, StaleWrite } from './write-errors.js';
import type { ChangeOptions, Committed, Decide, Idempotency, Opening, Writes } from './write-path.js';

/** A command: a case to open or to change, and the decision about it. */
export type Command =
  | { readonly opens: Opening; readonly decide: Decide<unknown> }
  | { readonly changes: string; readonly options: ChangeOptions; readonly decide: Decide<unknown> };

/** What became of a command, to be told when its group is committed. */
export type Outcome =
  { readonly result: unknown; readonly committed?: Committed | undefined } | { readonly error: unknown };

/** A case on the bench: as it is stored, and as the commands so far leave it. */
export interface Desk {
  readonly stored: { readonly version: number; readonly owed: ReadonlyMap<string, StoredStep> } | undefined;
  readonly row: CaseRow;
  readonly facts: readonly Fact[];
  readonly last: { readonly seq: number; readonly hash: string } | undefined;
  readonly owed: ReadonlyMap<string, StoredStep>;
}

/** A case as it was read, its facts in order of `seq`. */
export interface ReadCase {
  readonly row: CaseRow;
  readonly facts: readonly FactRow[];
  readonly owed: readonly StoredStep[];
  readonly reminders: readonly ReminderRow[];
}

/** What was read for a group of commands. */
export interface Read {
  readonly cases: readonly ReadCase[];
  /** The last number of each series that the group opens cases in; 0 for a series without cases. */
  readonly numbers: ReadonlyMap<string, number>;
  /** The answers given before under the keys of the group. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Cases that somebody else is about to write about. */
  readonly busy: ReadonlySet<string>;
}

interface Answer {
  readonly requestHash: string;
  readonly body: string;
}

/** Reminders that one command leaves, and what follows for the outbox. */
export interface Reminding {
  readonly caseId: string;
  readonly at: number;
  readonly reminders: readonly ReminderRow[];
  readonly outbox: NonNullable<Writes['outbox']>;
}

/**
 * Carries out a group of commands on what was read for it, one after the other, each on what the ones before it left. It
 * touches no database: what is to be written is taken from it afterwards. A command that throws leaves nothing.
 */
export class Workbench {
  private readonly read: ReadonlyMap<string, ReadCase>;
  private readonly desks = new Map<string, Desk>();
  private readonly busy: ReadonlySet<string>;
  private readonly answers: Map<string, Answer>;
  readonly numbers: Map<string, number>;
  readonly facts: FactRow[] = [];
  readonly keys: ReturnType<typeof keyRecord>[] = [];
  readonly reminding: Reminding[] = [];

  constructor({ cases, numbers, answers, busy }: Read) {
    this.read = new Map(cases.map((one) => [one.row.id, one]));
    this.numbers = new Map(numbers);
    this.answers = new Map(answers);
    this.busy = busy;
  }

  /** The cases that were opened or changed, in order of their numbers. */
  get written(): Desk[] {
    return [...this.desks.values()].sort((a, b) => (a.row.id < b.row.id ? -1 : 1));
  }

  carryOut(command: Command): Outcome {
    try {
      return this.once('opens' in command ? command.opens.idempotency : command.options.idempotency, () =>
        this.decided(command),
      );
    } catch (error) {
      return { error };
    }
  }

  private once(asked: Idempotency | undefined, work: () => Outcome): Outcome {
    const before = asked && this.answers.get(asked.key);
    if (!before) return work();
    if (before.requestHash !== asked.requestHash) throw new IdempotencyConflict(asked.key);
    return { result: JSON.parse(before.body) as unknown };
  }

  private decided(command: Command): Outcome {
    const desk = 'opens' in command ? this.opened(command.opens) : this.found(command.changes, command.options);
    const { result, writes } = command.decide({
      row: desk.row,
      facts: desk.facts,
      reminders: () => this.remindersOf(desk.row.id),
    });
    if (writes === undefined) return { result };
    const { at, idempotency } = 'opens' in command ? command.opens : command.options;
    const { next, owedChanged } = this.put(desk, writes, at);
    if ('opens' in command) this.numbers.set(seriesOf(command.opens), this.nextNumber(command.opens));
    if (idempotency) this.remember(keyRecord(idempotency, result, at));
    if (writes.quiet) return { result };
    return { result, committed: { caseId: next.row.id, kommun: next.row.kommun, owedChanged } };
  }

  private opened(opening: Opening): Desk {
    const row = freshCase(caseIdOf(seriesOf(opening), this.nextNumber(opening)), opening);
    return { stored: undefined, row, facts: [], last: undefined, owed: new Map() };
  }

  private nextNumber(opening: Opening): number {
    return (this.numbers.get(seriesOf(opening)) ?? 0) + 1;
  }

  private found(caseId: string, { expectedVersion }: ChangeOptions): Desk {
    if (this.busy.has(caseId)) throw new CaseBusy(caseId);
    const desk = this.desks.get(caseId) ?? this.asRead(caseId);
    if (expectedVersion !== undefined && expectedVersion !== desk.row.version) {
      throw new StaleWrite(caseId, expectedVersion);
    }
    return desk;
  }

  /** Those that are stored and those that the commands so far leave. */
  private remindersOf(caseId: string): ReminderRow[] {
    const left = this.reminding.flatMap((one) => (one.caseId === caseId ? one.reminders : []));
    return [...(this.read.get(caseId)?.reminders ?? []), ...left];
  }

  /** Everything that can throw comes before anything is put on the bench. */
  private put(desk: Desk, writes: Writes, at: number): { next: Desk; owedChanged: boolean } {
    const { id } = desk.row;
    const rows = chained(id, writes.facts ?? [], at, desk.last);
    const owed = writes.owed ? owedRecords(desk.row, writes.owed) : desk.owed;
    const { gone, changed } = owedDifference(desk.owed, owed);
    const next: Desk = {
      stored: desk.stored,
      row: changedCase(desk.row, writes),
      facts: rows.length > 0 ? [...desk.facts, ...rows.map(factOf)] : desk.facts,
      last: rows.at(-1) ?? desk.last,
      owed,
    };
    const { reminders = [], outbox = [] } = writes;
    this.desks.set(id, next);
    this.facts.push(...rows);
    if (reminders.length > 0 || typeof outbox === 'function' || outbox.length > 0) {
      this.reminding.push({
        caseId: id,
        at,
        reminders: reminders.map((reminder) => newReminder(id, reminder, at)),
        outbox,
      });
    }
    return { next, owedChanged: gone.length + changed.length > 0 };
  }

  private remember(record: ReturnType<typeof keyRecord>): void {
    this.keys.push(record);
    this.answers.set(record.key, { requestHash: record.request_hash, body: record.body });
  }

  /** A case whose facts cannot be read fails for those who ask for it and for nobody else. */
  private asRead(caseId: string): Desk {
    const read = this.read.get(caseId);
    if (!read) throw new CaseNotFound(caseId);
    const { row, facts, owed } = read;
    const steps = new Map(owed.map((step) => [step.id, step]));
    const stored = { version: row.version, owed: steps };
    return { stored, row, facts: facts.map(factOf), last: facts.at(-1), owed: steps };
  }
}
