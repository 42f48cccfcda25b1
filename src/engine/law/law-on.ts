/** The law as a machine sees it: the statute book bound to the day of a fact. */
import type { Law, PlainDate, Reckoned, Reckoning } from '../../../machines/grammar/index.js';
import { calendar } from '../calendar/calendar.js';
import { oncePer } from '../once.js';
import { certaintyOf, weakest } from './certainty.js';
import type { Amount } from './law-data.js';
import { amountOf, LawError, ruleUse, type StatuteBook } from './statute-book.js';

/** A length added to a day after lag (1930:173) 1 §. Weeks and years are exact multiples; undefined for other units. */
export function addLength(from: PlainDate, amount: Amount): PlainDate | undefined {
  if (amount.days !== undefined) return calendar.addDays(from, amount.days);
  if (amount.weeks !== undefined) return calendar.addDays(from, amount.weeks * 7);
  if (amount.months !== undefined) return calendar.addMonths(from, amount.months);
  if (amount.years !== undefined) return calendar.addMonths(from, amount.years * 12);
  return undefined;
}

const numberOf = (amount: Amount | undefined): number | undefined =>
  Object.values(amount ?? {}).find((v): v is number => typeof v === 'number');

/** A provision's own deadline from a day: the last day, rolled over where the provision says so; null where it gives no number. */
export function lengthFrom(book: StatuteBook, citation: string, from: PlainDate, input: string) {
  const { rule, period } = book.deadline(citation, from);
  const use = ruleUse(citation, period);
  const amount = period.entry.none === undefined ? amountOf(period.entry) : undefined;
  // «Within 30 days from the first sick day» counts that day itself; otherwise the start day is day zero.
  const nominal = amount && addLength(rule.counts === 'start-is-day-one' ? calendar.dayBefore(from) : from, amount);
  const day = nominal ? (rule.rolls ? calendar.rollOver(nominal) : { date: nominal }) : { date: null };
  return { ...day, kind: rule.kind, certainty: use.certainty, rules: [use], inputs: { [input]: from } };
}

/** The law on a day, which remembers what it could not answer: XState rethrows what a guard throws as an error of its own. */
export interface LawOnDay extends Law {
  failure?: LawError | undefined;
}

/** The law in force on a day, as a machine is handed it. One and the same for a day: it is asked for at every step. */
export function lawOn(book: StatuteBook, on: PlainDate): LawOnDay {
  const days = daysOf(book);
  let law = days.get(on);
  if (!law) {
    if (days.size >= MOST_DAYS) days.clear();
    days.set(on, (law = toldWhy(answering(book, on))));
  }
  law.failure = undefined;
  return law;
}

const MOST_DAYS = 10_000;
const daysOf = oncePer(
  (book: StatuteBook) => book,
  () => new Map<PlainDate, LawOnDay>(),
);

/** The same law, which keeps the last question that it could not answer. */
function toldWhy(law: LawOnDay): LawOnDay {
  for (const [name, answer] of Object.entries(law))
    if (typeof answer === 'function')
      Object.assign(law, {
        [name]: (...asked: unknown[]): unknown => {
          try {
            return (answer as (...asked: unknown[]) => unknown)(...asked);
          } catch (error) {
            if (error instanceof LawError) law.failure = error;
            throw error;
          }
        },
      });
  return law;
}

function answering(book: StatuteBook, on: PlainDate): Law {
  return {
    on,
    calendar,
    inForce: (citation) => book.inForce(citation, on),
    lastDayInForce(citation) {
      const { repealed, since } = book.find(citation);
      if (!repealed) return undefined;
      const certainty = book.certainty(citation, calendar.dayBefore(repealed));
      const rule = { citation, amount: `upphävd ${repealed}`, since, certainty };
      return { date: calendar.dayBefore(repealed), kind: 'entitlement', certainty, rules: [rule], inputs: {} };
    },
    number(citation, value, born) {
      const period = book.entry(citation, value, on, born);
      const amount = numberOf(amountOf(period.entry));
      if (amount === undefined) throw missing(citation, value, on);
      return { amount, rule: ruleUse(citation, period, value) };
    },
    is: (citation, value) => amountOf(book.entry(citation, value, on).entry)?.is === true,
    choice(citation, value) {
      const period = book.entry(citation, value, on);
      const choice = amountOf(period.entry)?.choice;
      if (choice === undefined) throw missing(citation, value, on);
      return { choice, rule: ruleUse(citation, period, value) };
    },
    list(citation, value) {
      const list = amountOf(book.entry(citation, value, on).entry)?.list;
      if (list === undefined) throw missing(citation, value, on);
      return list;
    },
    within(from, citation, input) {
      // Time that began before there was a rule has no last day by it.
      if (from < book.find(citation).since) return undefined;
      const { date, kind: _, ...rest } = lengthFrom(book, citation, from, input);
      return date === null ? undefined : { ...rest, date, kind: 'action' };
    },
    through: (from, citation, value, how) =>
      reckon({ book, on, from, citation, value, how }, (amount) => addLength(from, amount)),
    reckon: (from, citation, value, how, lastDay) =>
      reckon({ book, on, from, citation, value, how }, (amount) => {
        const number = numberOf(amount);
        return number === undefined ? undefined : lastDay(number);
      }),
  };
}

const missing = (citation: string, value: string, on: PlainDate) =>
  new LawError('law-not-in-force', citation, `${citation}: värdet «${value}» saknar tal för ${on}.`);

const MOST_WORDINGS = 8;

interface Question {
  book: StatuteBook;
  on: PlainDate;
  from: PlainDate;
  citation: string;
  value: string;
  how: Reckoning & { born?: PlainDate };
}

/**
 * The wording in force on the last day rules; it is found from the wording in force today. A provision that is repealed
 * before the last day rules to its end. The answer is no surer than the least sure wording passed on the way.
 */
function reckon(question: Question, lastDayOf: (amount: Amount) => PlainDate | undefined): Reckoned {
  const { book, from, citation, value, how } = question;
  const lastDayUnder = (on: PlainDate): PlainDate => {
    const amount = amountOf(book.entry(citation, value, on, how.born).entry);
    const last = amount && lastDayOf(amount);
    if (!last) throw missing(citation, value, on);
    return last;
  };
  // A wording may put the last day under a later wording, which may move it again; a few steps settle it.
  let ruling = question.on;
  let last = lastDayUnder(ruling);
  for (let i = 0; i < MOST_WORDINGS && last !== ruling && book.inForce(citation, last); i++) {
    ruling = last;
    last = lastDayUnder(ruling);
  }
  const passed = book
    .periods(citation, value)
    .filter((p) => p.since <= last && (p.before === undefined || p.before > from));
  const rule = ruleUse(citation, book.entry(citation, value, ruling, how.born), value);
  const certainty = weakest(
    how.atBest ?? 'settled',
    rule.certainty,
    ...passed.map(({ entry, confidence }) => certaintyOf({ ...entry, confidence })),
  );
  const day = how.kind === 'action' ? calendar.rollOver(last) : { date: last };
  return { ...day, kind: how.kind, certainty, rules: [rule], inputs: { [how.input ?? 'from']: from } };
}
