/**
 * How far back compensation is paid (2017:819 10 kap. 5 §): not longer than the month before the month of application.
 * The month at stake is lost when the following one ends without an application; then the next month is at stake.
 */
import type { DateFunction, PlainDate } from '../../grammar/index.js';
import type { Law } from '../../grammar/law.js';

export interface Bakat {
  /** A day in the month that is lost next unless somebody applies. */
  manad: PlainDate | null;
  /** Months lost so far, as far as is known. */
  forlorade: number;
  /** The handlingsplan has been drawn up. Until then the compensation is that of the mapping, which the limit leaves out. */
  medPlan: boolean;
}

export const ingenManad: Bakat = { manad: null, forlorade: 0, medPlan: false };

/**
 * The last day on which applying does not cost a month. It is a limit on money, not an act that rolls over. Försäkringskassan
 * may see special reasons; and under the mapping nothing is lost, so the day then only says when the money is late.
 */
export const sistaDagUtanForlust: DateFunction<Bakat> = ({ manad, forlorade, medPlan }, law) => {
  if (!manad) return undefined;
  const undantag = !medPlan && law.is('2017:819 10 kap. 5 §', 'exemptMapping');
  const slut = law.reckon(
    manad,
    '2017:819 10 kap. 5 §',
    'backMonths',
    { kind: 'entitlement', input: 'manad', ...(undantag && { atBest: 'authority-decides' as const }) },
    (months) => law.calendar.lastOfMonth(law.calendar.addMonths(manad, months)),
  );
  return { ...slut, inputs: { ...slut.inputs, ...(forlorade > 0 && { forloradeManader: forlorade }) } };
};

/** The limit has passed: the month after is at stake. What the mapping covers was not lost. */
export const nastaManad = ({ manad, forlorade, medPlan }: Bakat, law: Law) => ({
  manad: manad && law.calendar.addMonths(manad, 1),
  forlorade: medPlan ? forlorade + 1 : forlorade,
});
