/**
 * The time limits of sfi: when the right begins, how long it lasts and may be prolonged (2010:800 20 kap. 31 and 31 a §§),
 * and the absence after which the education counts as interrupted (9 a §). A right that ends never moves to a weekday.
 */
import type { DateFunction, Dates, Law, PlainDate, Reckoned } from '../../grammar/index.js';

export interface Sfitid {
  fodd: PlainDate | null;
  /** The first reception ever; later receptions leave the right as it is. */
  mottagen: PlainDate | null;
  forlangdTill: PlainDate | null;
  franvaroSedan: PlainDate | null;
  /** The pupil has begun and not left. */
  laser: boolean;
  vagledd: boolean;
  senasteKurs: string | null;
  studievag: '1' | '2' | '3' | null;
}

export const ingenSfi: Sfitid = {
  fodd: null,
  mottagen: null,
  forlangdTill: null,
  franvaroSedan: null,
  laser: false,
  vagledd: false,
  senasteKurs: null,
  studievag: null,
};

const ENDING = { kind: 'entitlement' } as const;
const right = '2010:800 20 kap. 31 a §';

/** 31 §: the day before the half-year in which the right arises. */
const sistaDagUtanRatt: DateFunction<Pick<Sfitid, 'fodd'>> = ({ fodd }, law) => {
  if (!fodd) return undefined;
  const { amount: years, rule } = law.number('2010:800 20 kap. 31 §', 'fromAge');
  const halfYear = law.number('2010:800 20 kap. 31 §', 'fromHalfYear').amount;
  const newYear = `${law.calendar.addMonths(fodd, years * 12).slice(0, 4)}-01-01` as PlainDate;
  const date = law.calendar.dayBefore(law.calendar.addMonths(newYear, (halfYear - 1) * 6));
  return { date, kind: 'entitlement', certainty: rule.certainty, rules: [rule], inputs: { fodd } };
};

/** The last day before the three-year limit came; a pupil received earlier is counted from the day after. */
const sistaDagUtanTidsgrans: DateFunction<Sfitid> = ({ mottagen }, law) => {
  if (!mottagen) return undefined;
  const { choice, rule } = law.choice('2010:800 20 kap. 31 §', 'unlimitedThrough');
  const inputs = { 'sfi.mottagen': mottagen };
  return { date: choice as PlainDate, kind: 'entitlement', certainty: rule.certainty, rules: [rule], inputs };
};

/** 31 a §: three years from the first reception. */
function grundtid({ mottagen }: Sfitid, law: Law): Reckoned | undefined {
  if (!mottagen || !law.inForce(right)) return undefined;
  const { choice, rule } = law.choice(right, 'legacyAnchor');
  const start = choice as PlainDate;
  if (mottagen >= start) return law.through(mottagen, right, 'right', { ...ENDING, input: 'sfi.mottagen' });
  // 2025:1311, transitional rule: those received before have three years from and including the day it came into force,
  // read as to and including the day before that date three years on.
  const how = { ...ENDING, input: 'ikrafttradande', atBest: rule.certainty };
  const slut = law.reckon(start, right, 'right', how, (years) =>
    law.calendar.dayBefore(law.calendar.addMonths(start, years * 12)),
  );
  return { ...slut, rules: [...slut.rules, rule], inputs: { ...slut.inputs, 'sfi.mottagen': mottagen } };
}

function rattensSlut(c: Sfitid, law: Law): Reckoned | undefined {
  const slut = grundtid(c, law);
  if (!slut || !c.forlangdTill) return slut;
  const { rule } = law.number(right, 'extensionStep');
  return {
    date: c.forlangdTill,
    kind: 'entitlement',
    certainty: 'settled',
    rules: [rule],
    inputs: { 'sfi.forlangning.beslutad': c.forlangdTill },
  };
}

/** A prolonging is a period of its own: it begins the day after the end, and runs to the day before the same day number. */
const forlangd = (
  slut: PlainDate,
  value: 'extensionStep' | 'extensionTotal',
  unit: 'month' | 'year',
  law: Law,
): Reckoned =>
  law.reckon(slut, right, value, { ...ENDING, input: 'rattensSlut' }, (amount) =>
    law.calendar.dayBefore(
      law.calendar.addMonths(law.calendar.addDays(slut, 1), unit === 'year' ? amount * 12 : amount),
    ),
  );

/** 31 a §: the end of all prolonging together, a number of years. */
export const sistaForlangning: DateFunction<Sfitid> = (c, law) => {
  const slut = grundtid(c, law);
  return slut && forlangd(slut.date, 'extensionTotal', 'year', law);
};

/** 31 a §: so far the next decision may reach, a number of months at a time and within the total. */
export const langstaForlangning: DateFunction<Sfitid> = (c, law) => {
  const [slut, sista] = [rattensSlut(c, law), sistaForlangning(c, law)];
  if (!slut || !sista) return undefined;
  const steg = forlangd(slut.date, 'extensionStep', 'month', law);
  return steg.date < sista.date ? steg : sista;
};

export const dates: Dates<Sfitid> = {
  sistaDagUtanRatt,
  sistaDagUtanTidsgrans,
  rattensSlut,
  sistaForlangning,
  langstaForlangning,
  // The law says only that the decision comes before the time has run out; how early the question is raised is Etapp's own.
  dagForeForlangningsfragan: (c, law) => {
    const slut = rattensSlut(c, law);
    if (!slut) return undefined;
    const { amount, rule } = law.number('0000:1 20 §', 'lead');
    const date = law.calendar.addMonths(slut.date, -amount);
    return { ...slut, date, rules: [...slut.rules, rule], inputs: { ...slut.inputs, rattensSlut: slut.date } };
  },
  // 9 a § (before 2026 2011:1108 7 kap. 1 §): more than three weeks in a row; the first day of absence is day one.
  franvarograns: ({ franvaroSedan }, law) => {
    if (!franvaroSedan) return undefined;
    const act = '2010:800 20 kap. 9 a §';
    const rule = law.inForce(act) ? act : '2011:1108 7 kap. 1 §';
    const how = { ...ENDING, input: 'sfi.franvaro.paborjad' };
    return law.reckon(franvaroSedan, rule, 'absence', how, (weeks) =>
      law.calendar.addDays(law.calendar.dayBefore(franvaroSedan), weeks * 7),
    );
  },
};
