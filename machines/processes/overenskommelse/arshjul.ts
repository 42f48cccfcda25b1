/** The year wheel: which year's occasion is awaited, and the last day of its month. */
import type { Citation, DateFunction, Law, PlainDate } from '../../grammar/index.js';

/** What returns in a month of the year. */
export type Post = 'statistik' | 'hostuppfoljning' | 'varuppfoljning' | 'revidering';

export interface Arshjul {
  /** Months that the parties have set themselves, 1–12. */
  manader: Partial<Record<Post, number>>;
  /** The year whose occasion is awaited. */
  ar: Partial<Record<Post, number>>;
}

export const oskrivet: Arshjul = { manader: {}, ar: {} };

/** Where the default months stand. They are Etapp's own, and shown as such. */
const forval: Record<Post, readonly [Citation, string]> = {
  statistik: ['0000:1 42 §', 'month'],
  hostuppfoljning: ['0000:1 41 §', 'autumn'],
  varuppfoljning: ['0000:1 41 §', 'spring'],
  revidering: ['0000:1 43 §', 'month'],
};

const arAv = (day: PlainDate): number => Number(day.slice(0, 4));

const sistaDagen = (year: number, month: number, { calendar }: Law): PlainDate =>
  calendar.lastOfMonth(`${year}-${String(month).padStart(2, '0')}-01` as PlainDate);

const manadAv = (post: Post, { manader }: Arshjul, law: Law): number =>
  manader[post] ?? law.number(...forval[post]).amount;

/** The first year in which the occasion's month is not over on the day. */
export function forstaAret(post: Post, hjul: Arshjul, on: PlainDate, law: Law): number {
  const year = arAv(on);
  return sistaDagen(year, manadAv(post, hjul, law), law) < on ? year + 1 : year;
}

/**
 * The year that is awaited when an occasion has been held. One held early or late is still that year's; years that
 * nobody held are not asked for afterwards.
 */
export function nastaAret(post: Post, hjul: Arshjul, on: PlainDate, law: Law): number {
  const dayAfter = law.calendar.addDays(on, 1);
  const held = hjul.ar[post] ?? arAv(on) - 1;
  return Math.max(held + 1, forstaAret(post, hjul, dayAfter, law));
}

/** The last day of the month of the occasion that is awaited. */
export const dagFor =
  (post: Post): DateFunction<Arshjul> =>
  (hjul, law) => {
    const year = hjul.ar[post];
    if (year === undefined) return undefined;
    const own = hjul.manader[post];
    if (own !== undefined)
      return {
        date: sistaDagen(year, own, law),
        kind: 'entitlement',
        certainty: 'settled',
        rules: [],
        inputs: { [post]: own },
      };
    const january = `${year}-01-01` as PlainDate;
    return law.reckon(january, ...forval[post], { kind: 'entitlement', input: 'ar' }, (month) =>
      sistaDagen(year, month, law),
    );
  };
