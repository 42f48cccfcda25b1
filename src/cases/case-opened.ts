/** Whether a case existed at an instant: of a time before it was opened there is nothing to tell. */
import { dayInSweden } from '../clock.js';
import { notFound } from '../http/problems.js';
import type { CaseRow } from './case.entity.js';

type Opened = Readonly<Pick<CaseRow, 'id' | 'openedAt'>>;

/** `knownAt`: an ISO instant; undefined is now, when every case that can be read exists. */
export const existedAt = ({ openedAt }: Opened, knownAt: string | undefined): boolean =>
  knownAt === undefined || openedAt <= Date.parse(knownAt);

/** Throws a problem for an instant before the case was opened. */
export function assertExistedAt(row: Opened, knownAt: string | undefined): void {
  if (existedAt(row, knownAt)) return;
  const day = dayInSweden(row.openedAt);
  throw notFound({
    sv: `Ärendet ${row.id} öppnades ${day}. Före det var inget känt om det; välj en senare tidpunkt.`,
    en: `Case ${row.id} was opened on ${day}. Nothing was known of it before; choose a later time.`,
  });
}
