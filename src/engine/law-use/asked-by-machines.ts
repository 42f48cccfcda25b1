/** Which provisions the computed dates and guards of machines ask for, found by asking them in real cases. */
import type { AnyMachineSnapshot } from 'xstate';
import type { Law, PlainDate, Process, Reckoned } from '../../../machines/grammar/index.js';
import type { CasePosition } from '../fold.js';
import { lawOn } from '../law/law-on.js';
import { LawError, type StatuteBook } from '../law/statute-book.js';
import { candidates } from '../machine.js';
import type { Position } from '../position.js';
import { listening } from './listening-law.js';
import type { LawUse } from './law-use.js';

export type Use = (citation: string, use: LawUse) => void;

/** Asks the machines of a case, all along the way: every date and measure before each move and at the end, and every guard. */
export function askedInCase({ positions, applied, asOf }: CasePosition, book: StatuteBook, use: Use): void {
  for (const { type, on, fact, moves } of applied)
    for (const { process, left } of moves) {
      const of = positions.find((one) => one.process.id === process);
      if (!of) continue;
      askDates({ process: of.process, at: left, on }, book, use);
      for (const name of guardsFor(left, type)) {
        const law = listen(book, on, (citation) => use(citation, { kind: 'guard', key: `${process}/${name}` }));
        const event = { type, on, data: fact?.data ?? {}, law };
        attempt(() => guardOf(of, name)?.({ context: left.context as unknown, event }, undefined));
      }
    }
  for (const { process, snapshot } of positions) askDates({ process, at: snapshot, on: asOf }, book, use);
}

/** A process as it stood on a day. */
interface Stand {
  process: Process;
  at: AnyMachineSnapshot;
  on: PlainDate;
}

function askDates({ process, at, on }: Stand, book: StatuteBook, use: Use): void {
  const dates = Object.entries(process.dates).map(([name, date]) => ['date', name, date] as const);
  const measures = Object.entries(process.measures ?? {}).map(([name, of]) => ['measure', name, of] as const);
  for (const [kind, name, compute] of [...dates, ...measures]) {
    const said = (citation: string): void => use(citation, { kind, key: `${process.id}/${name}` });
    const reckoned = attempt(() => compute(at.context as never, listen(book, on, said)));
    for (const { citation } of reckoned?.rules ?? []) said(citation);
    const other = reckoned && (reckoned as Partial<Reckoned>).otherReading;
    if (other) said(other.citation);
  }
}

type Guard = (args: { context: unknown; event: object }, params: undefined) => unknown;

const guardOf = (of: Position, name: string): Guard | undefined =>
  of.edition.machine.implementations.guards[name] as Guard | undefined;

const guardsFor = (left: AnyMachineSnapshot, type: string): string[] =>
  candidates(left, type).flatMap(({ guard }) => (typeof guard === 'string' ? [guard] : []));

const listen = (book: StatuteBook, on: PlainDate, heard: (citation: string) => void): Law =>
  listening(lawOn(book, on), heard);

// A law that does not answer on the day has been asked all the same.
function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof LawError) return undefined;
    throw error;
  }
}
