import type { Measured, PlainDate, Reckoned } from '../../machines/grammar/index.js';
import { type CasePosition } from '../engine/fold.js';
import { computedDate, measured } from '../engine/position.js';
import type { StatuteBook } from '../engine/law/statute-book.js';

/** How much programme time has been used, in full-time days, up to but not including the day. Reckoned, not decided. */
export interface Ledger {
  since: PlainDate;
  consumedFullTimeDays: number;
  limitFullTimeDays: number;
  leftFullTimeDays: number;
  certainty: Measured['certainty'];
  rules: Measured['rules'];
}

/** 2017:820 15 §: the window, the programme time within it, and what has been used of that. */
export interface ProgrammeWindow {
  /** The day from which the window runs. */
  anchor: PlainDate | null;
  fonsterslut: Reckoned | null;
  programtidsslut: Reckoned | null;
  ledger: Ledger | null;
}

/** The programme window on the day of the position; null while nothing of it can be reckoned. */
export function programmeWindow(position: CasePosition, book: StatuteBook): ProgrammeWindow | null {
  const of = position.positions.find(({ process }) => process.id === 'etableringsprogrammet');
  if (!of) return null;
  const date = (name: string) => computedDate(of.process, name, of.snapshot, position.asOf, book) ?? null;
  const fonsterslut = date('fonsterslut');
  const used = measured(of, 'heltidsdagar', position.asOf, book);
  if (!fonsterslut && !used) return null;
  const anchor = Object.values(fonsterslut?.inputs ?? {}).find((input) => typeof input === 'string') ?? null;
  return {
    anchor: anchor,
    fonsterslut,
    programtidsslut: date('programtidsslut'),
    ledger: used ? ledger(used) : null,
  };
}

const ledger = ({ used, limit, since, certainty, rules }: Measured): Ledger => ({
  since,
  consumedFullTimeDays: used,
  limitFullTimeDays: limit,
  leftFullTimeDays: Math.max(0, limit - used),
  certainty: certainty === 'settled' ? 'authority-decides' : certainty,
  rules,
});
