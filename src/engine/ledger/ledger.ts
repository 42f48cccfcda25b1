/** The ledgers that processes keep: what has been used of a limit, stretch by stretch, with the sum and what is left. */
import type { Law, LedgerStretch, Measured, PlainDate } from '../../../machines/grammar/index.js';
import { calendar } from '../calendar/calendar.js';
import type { CasePosition } from '../fold.js';
import { lawOn } from '../law/law-on.js';
import type { StatuteBook } from '../law/statute-book.js';
import type { Position } from '../position.js';
import { type Ambiguity, underEachReading } from './readings.js';

/** One stretch with where the ledger stands after it. Days and sums are full-time days of the ledger's unit. */
export interface LedgerLine extends Omit<LedgerStretch, 'before'> {
  /** The last day of the stretch; the day before the one that is asked about, for the last. */
  to: PlainDate;
  sum: number;
  left: number;
}

/** What a reading gives: the sum, the limit and the days on which the limits are reached. */
export interface LedgerAnswer {
  used: number;
  limit: number;
  unit: string;
  dates: Record<string, PlainDate | null>;
}

export interface CaseLedger extends Measured {
  process: string;
  instance: string | null;
  /** The name of the ledger among those of the process. */
  ledger: string;
  left: number;
  dates: LedgerAnswer['dates'];
  lines: LedgerLine[];
  readings: Ambiguity<LedgerAnswer | null>[];
}

/** Every ledger of a case on the day of the position; none before there is anything to keep. */
export const ledgersOf = (position: CasePosition, book: StatuteBook): CaseLedger[] =>
  position.positions.flatMap((of) =>
    Object.keys(of.process.ledgers ?? {}).flatMap((name) => ledgerOf(of, name, position.asOf, book) ?? []),
  );

function ledgerOf(of: Position, name: string, on: PlainDate, book: StatuteBook): CaseLedger | undefined {
  const kept = of.process.ledgers![name]!.of(of.snapshot.context as never, lawOn(book, on));
  if (!kept) return undefined;
  const { stretches, ...measured } = kept;
  const answer = (law: Law) => answerOf(of, name, law);
  return {
    process: of.process.id,
    instance: of.instance,
    ledger: name,
    ...measured,
    left: Math.max(0, measured.limit - measured.used),
    dates: answer(lawOn(book, on))?.dates ?? {},
    lines: linesOf(stretches, measured.limit),
    readings: underEachReading(answer, on, book),
  };
}

function answerOf({ process, snapshot }: Position, name: string, law: Law): LedgerAnswer | null {
  const { of, dates } = process.ledgers![name]!;
  const context = snapshot.context as never;
  const kept = of(context, law);
  if (!kept) return null;
  const { used, limit, unit } = kept;
  const days = dates.map((date) => [date, process.dates[date]?.(context, law)?.date ?? null] as const);
  return { used, limit, unit, dates: Object.fromEntries(days) };
}

const WHOLE = 100;

// Summed in whole hundredths, so that what is shown after the last stretch is what the measure says.
function linesOf(stretches: readonly LedgerStretch[], limit: number): LedgerLine[] {
  let hundredths = 0;
  return stretches.map(({ before, ...stretch }) => {
    hundredths += Math.round(stretch.counted * WHOLE);
    const sum = hundredths / WHOLE;
    return { ...stretch, to: calendar.dayBefore(before), sum, left: Math.max(0, limit - sum) };
  });
}
