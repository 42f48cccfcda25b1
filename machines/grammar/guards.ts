import type { Citation } from './basis.js';
import type { PlainDate } from './date.js';
import type { Law, Measured, Reckoned } from './law.js';

/** A computed date: a pure function of the machine's context and the law. `undefined` while its inputs are missing. */
export type DateFunction<C> = (context: C, law: Law) => Reckoned | undefined;
export type Dates<C> = Record<string, DateFunction<C>>;

/** An amount used of a limit on the day of the law that is handed in. `undefined` while its inputs are missing. */
export type Measures<C> = Record<string, (context: C, law: Law) => Measured | undefined>;

interface GuardArgs<C> {
  context: C;
  event: { on: PlainDate; law: Law };
}

/** The computed dates that a guard holds a fact against. */
export interface LimitDates {
  /** The fact must not be later than any of these. */
  through?: readonly string[];
  /** The fact must be later than all of these. */
  after?: readonly string[];
}

/** A guard on computed dates, which a refusal can explain. */
export interface Limit<C> extends LimitDates {
  (args: GuardArgs<C>): boolean;
}

/** Whether a day keeps within the limits; dates whose inputs are missing set none. `also` must hold besides. */
export function limit<C>(
  dates: Dates<C>,
  limits: LimitDates,
  also: (args: GuardArgs<C>) => boolean = () => true,
): Limit<C> {
  const { through = [], after = [] } = limits;
  const holds = ({ context, event }: GuardArgs<C>): boolean => {
    if (!also({ context, event })) return false;
    const day = (name: string) => dates[name]?.(context, event.law)?.date;
    const notLate = through.every((name) => event.on <= (day(name) ?? event.on));
    return notLate && after.every((name) => event.on > (day(name) ?? ''));
  };
  return Object.assign(holds, limits);
}

/** A guard on a day that the fact itself names, `senast`: not later than the law allows, reckoned from the fact. */
export interface NotLater<C> {
  (args: { context: C; event: { law: Law; data: object } }): boolean;
  latest: DateFunction<C>;
}
export const notLater = <C>(field: string, latest: DateFunction<C>): NotLater<C> =>
  Object.assign(
    ({ context, event }: { context: C; event: { law: Law; data: object } }) => {
      const day = (event.data as Record<string, unknown>)[field];
      const limit = latest(context, event.law);
      return typeof day !== 'string' || limit === undefined || day <= limit.date;
    },
    { latest },
  );

/** A guard that holds while the provision is in force on the day of the fact. */
export interface InForce {
  (args: { event: { law: Law } }): boolean;
  citation: Citation;
}
export const inForce = (citation: Citation): InForce =>
  Object.assign(({ event }: { event: { law: Law } }) => event.law.inForce(citation), { citation });

/**
 * A guard without a date that is meant to refuse: when it fails, its own sentence in the texts is the reason. Every other
 * guard without a date chooses between branches, and `etapp verify` proves that the branches leave nothing out.
 */
export const refusing = <G extends (...args: never) => boolean>(holds: G): G & { refuses: true } =>
  Object.assign(((...args: never) => holds(...args)) as G, { refuses: true as const });
