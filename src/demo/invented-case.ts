/** One invented case for a demonstration: its facts, and when each of them became known. No real person is behind it. */
import type { PlainDate } from '../../machines/grammar/index.js';
import { endOfDayInSweden } from '../clock.js';
import { calendar } from '../engine/calendar/calendar.js';
import { journey } from '../engine/journeys.js';
import { type Random, seeded } from '../engine/random.js';
import type { Registry } from '../engine/registry.js';
import type { Fact } from '../engine/types.js';
import type { Library } from '../library/library.js';

export interface Invention {
  /** From 0. The same index and seed give the same case. */
  index: number;
  seed: number;
  kommun: string;
  today: PlainDate;
  /** The present, in epoch milliseconds: nothing is recorded later. */
  now: number;
}

/** Facts that became known on one occasion. */
export interface Occasion {
  /** Epoch milliseconds. */
  at: number;
  facts: readonly Fact[];
}

/** Habits of the generator, no rules: how long ago the first cases began, and how late facts become known. */
const habits = { months: 40, latestDays: 10, lagDays: 4, officeHoursLeft: 9 };
const HOUR = 3_600_000;

/** Seeds further apart than there are cases, so that neighbours are not each other's copies. */
const APART = 7919;
const TRIES = 60;

type Beginning = Pick<Invention, 'index' | 'seed' | 'today'>;

/** The day on which an invented case begins, so that cases can be put in order before they are made. */
export const beginningOf = (invention: Beginning): PlainDate => begin(invention).from;

function begin({ index, seed, today }: Beginning): { from: PlainDate; random: Random } {
  const random = seeded(seed * APART + index);
  const first = calendar.addMonths(today, -habits.months);
  const from = calendar.addDays(first, random.between(0, calendar.daysBetween(first, today) - habits.latestDays));
  return { from, random };
}

/** A case that began some day in the last years, lived until today. */
export function inventedCase({ registry, book }: Library, invention: Invention): Occasion[] {
  const { index, seed, kommun, today, now } = invention;
  const { from, random } = begin(invention);
  const life = (until: PlainDate, attempt: number) =>
    journey({
      registry,
      book,
      subject: 'deltagare',
      seed: seed * APART + index + attempt * APART * APART,
      from,
      until,
    });
  // The first cases have one way of arrival each, so that a small caseload shows them all.
  const wanted = waysOfArrival(registry)[index];
  const tries = Array.from({ length: TRIES }, (_, attempt) => attempt);
  const attempt = wanted === undefined ? 0 : tries.find((t) => life(from, t).position.attributes['route'] === wanted);
  const facts = life(today, attempt ?? 0).facts.map((fact) => ({
    ...fact,
    data: inMunicipality(fact, kommun, registry),
  }));
  return occasionsOf(facts, random, today, now);
}

function waysOfArrival({ facts }: Registry): readonly string[] {
  const field = [...facts.values()].find(({ definition }) => definition.attributes?.includes('route'))?.definition.data[
    'route'
  ];
  return field?.kind === 'code' ? field.values : [];
}

const inMunicipality = ({ type, data }: Fact, kommun: string, { facts }: Registry): Fact['data'] =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      facts.get(type)?.definition.data[name]?.kind === 'kommun' ? kommun : value,
    ]),
  );

/** A fact becomes known some days after, never before one that happened earlier, and today at the latest. */
export function occasionsOf(facts: readonly Fact[], random: Random, today: PlainDate, now: number): Occasion[] {
  const known = new Map<PlainDate, Fact[]>();
  let latest: PlainDate = '0000-01-01';
  for (const fact of facts) {
    const learnt = calendar.addDays(fact.on, random.between(0, habits.lagDays));
    latest = [latest, learnt > today ? today : learnt].sort().at(-1) ?? latest;
    known.set(latest, [...(known.get(latest) ?? []), fact]);
  }
  return [...known].map(([day, own]) => ({
    at: Math.min(now, endOfDayInSweden(day) - habits.officeHoursLeft * HOUR),
    facts: own,
  }));
}
