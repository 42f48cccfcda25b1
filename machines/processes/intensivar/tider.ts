/** What the intensive year remembers, and the days that follow from it. */
import type { Dates, Law, PlainDate, Reckoned } from '../../grammar/index.js';

export interface Aret {
  start: PlainDate | null;
  /** The last day, once the year has ended. */
  slut: PlainDate | null;
  /** A year has passed since the start, so a certificate can be asked for (16 a §). */
  fullgjort: boolean;
  sprak: boolean;
  arbetsplats: boolean;
  praktikstart: PlainDate | null;
  /** Reckoned under the wording of the day the practice began: the provision may be repealed while it goes on. */
  praktikslut: Reckoned | null;
}

export const ingetAr: Aret = {
  start: null,
  slut: null,
  fullgjort: false,
  sprak: false,
  arbetsplats: false,
  praktikstart: null,
  praktikslut: null,
};

const INTENSIV_PRAKTIK = '2017:820 13 e §';
const CERTIFIKAT = '2017:820 16 a §';

/** 13 e §: six months, at most nine. */
export const praktikTill = (start: PlainDate, langd: 'longest' | 'longestExtended', law: Law): Reckoned =>
  law.through(start, INTENSIV_PRAKTIK, langd, { kind: 'entitlement', input: 'intensivar.praktik.paborjad' });

/** 16 a §: at least one year of such activities, here reckoned from the start of the intensive year. The last day of it. */
function ettArSlut({ start }: Pick<Aret, 'start'>, law: Law): Reckoned | undefined {
  if (!start || !law.inForce(CERTIFIKAT)) return undefined;
  const how = { kind: 'entitlement', input: 'intensivar.paborjat', atBest: 'authority-decides' } as const;
  const { calendar } = law;
  return law.reckon(start, CERTIFIKAT, 'activities', how, (years) =>
    calendar.dayBefore(calendar.addMonths(start, years * 12)),
  );
}

/** Whether a certificate can be asked for. A year that began before 16 a § has no clock, so the day is reckoned here too. */
export function harGjortEttAr(aret: Aret, law: Law): boolean {
  const slut = ettArSlut(aret, law);
  return slut !== undefined && (aret.fullgjort || law.on > slut.date);
}

export const dates: Dates<Aret> = {
  // Whoever had been granted an intensivår but had not begun could not begin it afterwards.
  sistaStartdag: (_, law) => law.lastDayInForce(INTENSIV_PRAKTIK),
  ettArSlut,
  praktikslut: ({ praktikslut }) => praktikslut ?? undefined,
  // 16 a §: requested within six months of the last activity, and while the provision was in force. Whether a later
  // request was still examined is not read; Etapp awaits none.
  certifikatsfrist({ slut }, law) {
    const frist = slut ? law.within(slut, CERTIFIKAT, 'intensivar.avslutat') : undefined;
    const sista = law.lastDayInForce(CERTIFIKAT);
    return frist && sista && sista.date < frist.date ? sista : frist;
  },
};
