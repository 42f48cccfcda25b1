import type { CasePosition } from '../engine/fold.js';
import { type CaseLedger, type LedgerLine, ledgersOf } from '../engine/ledger/ledger.js';
import type { Language, Library } from '../library/library.js';

/** A ledger with what each stretch was, in words. */
export interface LedgerView extends Omit<CaseLedger, 'lines'> {
  title: string;
  lines: (LedgerLine & { says: string })[];
}

/** The ledgers of a case on the day of the position. */
export const ledgerViews = (position: CasePosition, library: Library): LedgerView[] =>
  ledgersOf(position, library.book).map((ledger) => ({
    ...ledger,
    title: ledgerTitle(library, 'sv', ledger),
    lines: ledger.lines.map((line) => ({ ...line, says: stretchSays(library, 'sv', ledger, line.kind) })),
  }));

type Which = Pick<CaseLedger, 'process' | 'ledger'>;

/** What people call a ledger. */
export const ledgerTitle = (
  { texts }: Pick<Library, 'texts'>,
  language: Language,
  { process, ledger }: Which,
): string => texts[language][process]?.ledgers?.[ledger]?.name ?? ledger;

/** What a stretch was, and why it counts or not. */
export const stretchSays = (
  { texts }: Pick<Library, 'texts'>,
  language: Language,
  { process, ledger }: Which,
  kind: string,
): string => texts[language][process]?.ledgers?.[ledger]?.kinds[kind] ?? kind;

/** What the days of a ledger are called. */
export const ledgerUnit = (
  { texts }: Pick<Library, 'texts'>,
  language: Language,
  { process, ledger }: Which,
  unit: string,
): string => texts[language][process]?.ledgers?.[ledger]?.units[unit] ?? unit;

/** A date of a ledger in a word or two. */
export const ledgerDateName = (
  { texts }: Pick<Library, 'texts'>,
  language: Language,
  { process, ledger }: Which,
  name: string,
): string => texts[language][process]?.ledgers?.[ledger]?.dates[name] ?? name;
