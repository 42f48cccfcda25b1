/** Which month is to be reported, by when, and what follows from a report that does not come. */
import type { Citation, Dates, Law, PlainDate } from '../../grammar/index.js';

export interface Rapporttid {
  /** A day in the oldest month that has not been reported; null while the person is outside the programme. */
  manad: PlainDate | null;
  /** That month has ended, so its report is awaited. */
  rapportVantas: boolean;
  /** The time to report that month has passed. */
  utebliven: boolean;
  /** The handlingsplan has been drawn up; until then 2017:819 6 kap. 1 § holds. */
  medPlan: boolean;
  /** The day on which the ground that is being examined occurred. */
  grund: PlainDate | null;
}

export const ingenRapport: Rapporttid = {
  manad: null,
  rapportVantas: false,
  utebliven: false,
  medPlan: false,
  grund: null,
};

// 2000:628 6 a §: two weeks after the end of the period. Arbetsförmedlingen's period is the calendar month.
const frist = (manad: PlainDate, law: Law) =>
  law.within(law.calendar.lastOfMonth(manad), '2000:628 6 a §', 'rapportperiodensSlut');

export const dates: Dates<Rapporttid> = {
  rapportperiodensSlut: ({ manad }, law) =>
    manad
      ? {
          date: law.calendar.lastOfMonth(manad),
          kind: 'entitlement',
          certainty: 'settled',
          rules: [],
          inputs: { manad },
        }
      : undefined,
  rapportfrist: ({ manad }, law) => (manad ? frist(manad, law) : undefined),
  // The same day, until it has passed: one examination follows from one report that does not come.
  provningsgrans: ({ manad, utebliven }, law) => (manad && !utebliven ? frist(manad, law) : undefined),
  // 2017:819 6 kap. 10 and 11 §§: counted from the day on which the ground occurred, which is day one.
  avstangningstak: ({ grund }, law) =>
    grund
      ? law.reckon(grund, '2017:819 6 kap. 11 §', 'longest', { kind: 'entitlement', input: 'grund' }, (days) =>
          law.calendar.addDays(law.calendar.dayBefore(grund), days),
        )
      : undefined,
};

/** The month after the one that has been reported. */
export const efterRapport = (c: Rapporttid, law: Law): Partial<Rapporttid> => ({
  manad: c.manad && law.calendar.addMonths(c.manad, 1),
  rapportVantas: false,
  utebliven: false,
});

/**
 * Decided upon, the report is no longer awaited. 2017:819 6 kap. 9 a §: what happened under the same paragraph before the
 * person was told counts as one, so the months whose time has passed meanwhile follow along. Before that paragraph each
 * month is its own ground.
 */
export function efterAtgard(c: Rapporttid, { on, law }: { on: PlainDate; law: Law }): Partial<Rapporttid> {
  let manad = c.manad && law.calendar.addMonths(c.manad, 1);
  while (manad && law.inForce('2017:819 6 kap. 9 a §') && on > (frist(manad, law)?.date ?? on))
    manad = law.calendar.addMonths(manad, 1);
  return { manad, rapportVantas: false, utebliven: false };
}

/** The day on which a report that does not come became a ground: the day after its time. */
export const uteblivenSedan = ({ manad }: Rapporttid, law: Law): PlainDate | null => {
  const sista = manad && frist(manad, law)?.date;
  return sista ? law.calendar.addDays(sista, 1) : null;
};

const stegen: Readonly<Record<string, readonly string[]>> = {
  '6 kap. 2 §': ['second', 'third', 'fourth', 'further'],
  '6 kap. 3 §': ['first', 'second', 'third', 'further'],
  '6 kap. 4 §': ['suspension', 'shortSuspension'],
};

/** Whether a suspension may be of so many days, by paragraph. Where the wording has not been read any number may. */
export function dagarEnligtLagen(paragraf: string, dagar: number, law: Law): boolean {
  const citation = `2017:819 ${paragraf}` as Citation;
  const number = (value: string): number => law.number(citation, value).amount;
  // 5 §: a number of days that circumstances may lower and raise within two limits.
  if (paragraf === '6 kap. 5 §') return number('shortest') <= dagar && dagar <= number('longest');
  if (paragraf === '6 kap. 2 §' && !law.is(citation, 'stepsRead')) return true;
  return (stegen[paragraf] ?? []).map(number).includes(dagar);
}
