/**
 * The times of the obligations once more, written out by hand from the provisions and reckoned with nothing of Etapp's own:
 * plain date arithmetic, and the holidays of another library. What the engine shows is held against it.
 */
import { getHolidays } from 'swedish-holidays';

const DAY = 86_400_000;
const EVES = ['midsommarafton', 'julafton', 'nyårsafton'];

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const days = (from: string, count: number): string => day(at(from) + count * DAY);
const weekday = (of: string): number => new Date(at(of)).getUTCDay();
const isWeekend = (of: string): boolean => [0, 6].includes(weekday(of));

/** 1930:173 1 §: the day of the same number, or the last of the month where there is none. */
function months(from: string, count: number): string {
  const [year = 0, month = 1, number = 1] = from.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + count, 0));
  return day(Date.UTC(year, month - 1 + count, Math.min(number, last.getUTCDate())));
}

const lastOfMonth = (of: string): string => days(months(`${of.slice(0, 7)}-01`, 1), -1);

const restDays = new Map<string, ReadonlySet<string>>();

/** Saturdays, Sundays, the holidays, and the three eves that count as such. */
function isRest(of: string): boolean {
  const year = of.slice(0, 4);
  const known =
    restDays.get(year) ??
    new Set(
      getHolidays(Number(year))
        .filter(({ isPublicHoliday, name }) => isPublicHoliday || EVES.includes(name.toLowerCase()))
        .map(({ date }) => date.toISOString().slice(0, 10)),
    );
  restDays.set(year, known);
  return isWeekend(of) || known.has(of);
}

/** 1930:173 2 §: what is due on a rest day may be done on the next weekday. */
const act = (due: string): string => (isRest(due) ? act(days(due, 1)) : due);

/** The day on which the `count`-th Monday–Friday falls, the first day counted. */
function weekdays(from: string, count: number): string {
  let [at, left] = [from, count];
  for (; ; at = days(at, 1)) if (!isWeekend(at) && --left === 0) return at;
}

/** What has happened, in order. */
export interface Happened {
  type: string;
  on: string;
  data: Record<string, unknown>;
}

/** The case on a day: what has happened, the day, and since when the step is owed. */
export interface Seen {
  happened: readonly Happened[];
  asOf: string;
  since: string;
}

/** The last day; undefined where the provision's ordinary case is not what the history shows. */
type ByHand = (seen: Seen) => string | undefined;

const all = ({ happened }: Seen, ...types: string[]): Happened[] => happened.filter(({ type }) => types.includes(type));
const last = (seen: Seen, ...types: string[]): Happened | undefined => all(seen, ...types).at(-1);
const first = (seen: Seen, ...types: string[]): Happened | undefined => all(seen, ...types)[0];
const after =
  (types: string[], reckon: (on: string) => string): ByHand =>
  (seen) => {
    const start = last(seen, ...types);
    return start && reckon(start.on);
  };
const stated = (seen: Seen, field: string, ...types: string[]): string | undefined =>
  last(seen, ...types)?.data[field] as string | undefined;

/** 2017:819 10 kap. 5 §: not longer back than the month before the month of application, so each month ends the one before. */
const monthLost = (start: string | undefined, { asOf }: Seen): string | undefined => {
  const ends = start && lastOfMonth(months(`${start.slice(0, 7)}-01`, 1));
  return ends && (ends < asOf ? lastOfMonth(asOf) : ends);
};

const LEGACY = '2026-01-01';
/** 2010:800 20 kap. 31 a §: three years from the first reception; before 2026 from the first day of the provision. */
const sfiRight: ByHand = (seen) => {
  const longer = stated(seen, 'till', 'sfi.forlangning.beslutad');
  const received = first(seen, 'sfi.mottagen')?.on;
  if (longer || !received) return longer;
  return received >= LEGACY ? months(received, 36) : '2028-12-31';
};

/** 2010:1122 34 §: twelve months from the first reception, here that of those who were received before they were registered. */
const received: ByHand = (seen) => {
  const on = first(seen, 'bosattning.mottagen')?.on;
  const registered = first(seen, 'folkbokforing.registrerad')?.on;
  const kin = stated(seen, 'route', 'uppehallstillstand.beviljat') === 'anknytning';
  return on && !kin && (!registered || registered >= on) ? months(on, 12) : undefined;
};

/** 2013:156 4 §: from the first time that a municipality had the person registered. */
const threeYearsRegistered: ByHand = (seen) => {
  const registered = first(seen, 'folkbokforing.registrerad')?.on;
  return registered && months(registered, 36);
};

/** `process/state` or `process/date` of the catalogue, with its number: by when. */
export const byHand: Record<string, ByHand> = {
  // 2: the day in the decision.
  'bosattning/vantarPaMottagande': (seen) => {
    const senast = stated(seen, 'senast', 'bosattning.anvisad');
    return senast && act(senast);
  },
  // 3: four weeks from the day on which the conditions were met.
  'folkbokforing/vantarPaAnmalan': ({ since }) => act(days(since, 28)),
  // 10: a month to work for, three at most. By then it is to be possible to begin, so no rest day gives more time.
  'sfi/vantarPaMottagande': after(['sfi.anmald'], (on) => months(on, 1)),
  'sfi/vantarPaStart': after(['sfi.anmald'], (on) => months(on, 3)),
  // 12: before the right ends.
  'sfi/vantarPaForlangningsbeslut': sfiRight,
  'sfi/rattensSlut': sfiRight,
  // 13: three years from the first registration, and the steps of the last half-year show that day.
  'samhallsorientering/skyldighetsslut': threeYearsRegistered,
  'samhallsorientering/vantarPaAnmalanISlutskedet': threeYearsRegistered,
  'samhallsorientering/vantarPaStartISlutskedet': threeYearsRegistered,
  // 16: two weeks after the end of the month; the month that ended the day before the step came.
  'aktivitetsrapport/vantarPaRapport': ({ since }) =>
    since.endsWith('-01') ? act(days(days(since, -1), 14)) : undefined,
  // 17: the month before the month of application. The first plan begins it anew: the days of the mapping are their own.
  'etableringsersattning/vantarPaAnsokan': (seen) => {
    const begun = [
      first(seen, 'handlingsplan.upprattad'),
      last(seen, 'programanvisning.beslutad'),
      last(seen, 'aterintrade.skett'),
    ].map((fact) => fact?.on ?? '');
    return monthLost(begun.sort().at(-1), seen);
  },
  'etableringsersattning/vantarPaManadsansokan': ({ asOf }) => lastOfMonth(asOf),
  // 18: six months after the plan before it.
  'etableringsprogrammet/vantarPaFornyadPlan': after(['handlingsplan.upprattad', 'handlingsplan.reviderad'], (on) =>
    act(months(on, 6)),
  ),
  // 19: the first day.
  'etableringsersattning/vantarPaSjukanmalan': after(['franvaro.paborjad'], (on) => on),
  // 21 and 22: thirty days, the first day of illness or absence counted.
  'etableringsprogrammet/vantarPaAnpassningsprovning': after(['franvaro.paborjad'], (on) => days(on, 29)),
  'etableringsprogrammet/franvarograns': after(['franvaro.paborjad'], (on) => days(on, 29)),
  // 23: fourteen days from the first change that is not reported.
  'andrade-forhallanden/vantarPaAnmalan': (seen) => {
    const reported = last(seen, 'forhallande.anmalt')?.on ?? '';
    const changed = all(seen, 'forhallande.andrat').find(({ on }) => on > reported && on >= seen.since);
    return changed && act(days(changed.on, 14));
  },
  // 26: three weeks from the day of service.
  'omprovning/vantarPaBegaran': after(['beslut.delgivet'], (on) => act(days(on, 21))),
  // 27: sixty days after the recall, and then forty-five days at most five a week.
  'etableringsprogrammet/vantarPaNyInskrivning': after(['aterkallelse.beslutad'], (on) => act(days(on, 60))),
  'etableringsprogrammet/karenstidsslut': (seen) => {
    const recalled = last(seen, 'aterkallelse.beslutad')?.on;
    const back = last(seen, 'arbetssokande.inskriven')?.on;
    return recalled && back && back > recalled ? weekdays(back, 45) : undefined;
  },
  // 28: the last day of the permit.
  'uppehallstillstand/vantarPaForlangning': (seen) =>
    stated(seen, 'galler-till', 'uppehallstillstand.beviljat', 'uppehallstillstand.forlangt'),
  // 29: twenty-four months in full time, reckoned as 522 weekdays from the plan by those who never left nor went part time.
  'etableringsprogrammet/programtidsslut': (seen) => {
    const plan = first(seen, 'handlingsplan.upprattad')?.on;
    const other = last(seen, 'omfattning.andrad', 'utskrivning.beslutad', 'aterkallelse.beslutad', 'aterintrade.skett');
    const whole = all(seen, 'programanvisning.beslutad').every(({ data }) => (data['omfattning'] ?? 100) === 100);
    return plan && whole && !other ? weekdays(plan, 522) : undefined;
  },
  // 29: thirty-six months from the first registration, by those who never lived in Migrationsverket's accommodation.
  'etableringsprogrammet/fonsterslut': (seen) => {
    const housed = all(seen, 'uppehallstillstand.beviljat', 'hinder.uppkommit').some(
      ({ data }) => data['asylboende'] === true || data['hinder'] === 'asylboende',
    );
    const registered = first(seen, 'folkbokforing.registrerad')?.on;
    return registered && !housed ? months(registered, 36) : undefined;
  },
  // 32: twelve months from the first reception in a municipality.
  'halsa/vantarPaErbjudande': received,
  'halsa/ersattningsslut': received,
};
