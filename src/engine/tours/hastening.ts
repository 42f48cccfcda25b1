/**
 * A clock that would strike after others have changed everything is set by choosing the day that it is reckoned from: who is
 * to be too old before the window closes is told to be born that much earlier.
 */
import type { PlainDate, Process } from '../../../machines/grammar/index.js';
import { calendar } from '../calendar/calendar.js';
import { type Retold, soonest, striking, type Walk } from './walk.js';

/** `soon`: in a few days; `late`: a few days before the first of the other clocks. */
export type Landing = 'soon' | 'late';

const FEW_DAYS = 10;
/** Years do not move by days, and the law may give another number of them; the day is tried again from where it landed. */
const MOST_TRIES = 4;

/** Lets a time fact come before the other clocks of the processes in question, when some day in the facts can be chosen so. */
export function hasten(walk: Walk, type: string, among: readonly Process[], landing: Landing): void {
  const time = striking(walk.position, type);
  const other = soonest(
    walk.position.positions
      .filter(({ process }) => among.includes(process))
      .flatMap(({ ahead }) => ahead.filter((one) => one.type !== type)),
  );
  const { asOf } = walk.position;
  if (!time || !other || time.on < other.on) return;
  const wanted = calendar.addDays(landing === 'soon' ? asOf : other.on, landing === 'soon' ? FEW_DAYS : -FEW_DAYS);
  if (wanted <= asOf) return;
  for (const input of Object.values(time.reckoned.inputs))
    if (typeof input === 'string' && lands(walk, type, input, { asOf, at: time.on, wanted })) return;
}

interface Aim {
  asOf: PlainDate;
  /** When the clock strikes as things are, and when it is to. */
  at: PlainDate;
  wanted: PlainDate;
}

/** Moves a day in the fact that told it until the clock strikes when it should. Nothing is changed when it does not. */
function lands(walk: Walk, type: string, input: PlainDate, { asOf, at, wanted }: Aim): boolean {
  const index = walk.facts.findIndex(({ data }) => Object.values(data).includes(input));
  const field = Object.entries(walk.facts[index]?.data ?? {}).find(([, value]) => value === input)?.[0];
  if (field === undefined) return false;
  let [day, landed]: [PlainDate, PlainDate | undefined] = [input, at];
  for (let tries = 0; tries < MOST_TRIES && landed !== undefined; tries++) {
    day = calendar.addDays(day, calendar.daysBetween(landed, wanted));
    const retold = walk.retold(index, field, day);
    landed = landing(retold, type);
    if (landed === undefined || landed <= asOf || landed > calendar.addDays(wanted, FEW_DAYS)) continue;
    if (retold.position.misfits.length > 0) return false;
    walk.take(retold);
    return true;
  }
  return false;
}

/** The day on which the clock strikes, or would have struck. */
function landing({ position }: Retold, type: string): PlainDate | undefined {
  const date = position.applied.find(({ time }) => time?.type === type)?.time?.reckoned.date;
  return date ? calendar.addDays(date, 1) : striking(position, type)?.on;
}
