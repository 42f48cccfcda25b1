/** The state spaces of every process and edition, on every day on which the law that they rest on changes. */
import type { Edition, PlainDate, Process } from '../../../machines/grammar/index.js';
import { calendar } from '../calendar/calendar.js';
import { type FoundProvision, StatuteBook } from '../law/statute-book.js';
import { oncePer } from '../once.js';
import type { Registry } from '../registry.js';
import { citationsOf } from './citations.js';
import { offers } from './offers.js';
import { explore, saidBy, type StateSpace } from './state-space.js';

/** Everything that was explored, and what could not be. */
export interface Explored {
  spaces: readonly StateSpace[];
  failures: readonly { process: string; says: string }[];
}

/** Explores every edition of every process. Never throws: what cannot be explored is among the failures. */
export const exploreAll = oncePer(({ registry }: Ground) => registry, explored);

interface Ground {
  registry: Registry;
  book: StatuteBook;
}

function explored({ registry, book }: Ground): Explored {
  const spaces: StateSpace[] = [];
  const failures: { process: string; says: string }[] = [];
  for (const process of registry.processes)
    for (const edition of process.editions)
      try {
        spaces.push(...overTime(process, edition, registry, book));
      } catch (error) {
        failures.push({ process: process.id, says: saidBy(error) });
      }
  return { spaces, failures };
}

/**
 * One space for each day on which something that the machine cites or asks for changes, and for the day before it. What a
 * machine asks for is known when it has been explored, so days are added until no new ones turn up.
 */
function overTime(process: Process, edition: Edition, registry: Registry, book: StatuteBook): StateSpace[] {
  const asked = new BookThatListens(book);
  const spaces = new Map<PlainDate, StateSpace>();
  for (let days: PlainDate[]; (days = probeDays(process, edition, book, asked)).some((day) => !spaces.has(day));)
    for (const on of days) {
      if (spaces.has(on)) continue;
      const yesterday = spaces.get(calendar.dayBefore(on));
      const offered = offers(process, on, asked, registry);
      const exploration = { process, edition, on, offers: offered, book: asked, ...(yesterday && { yesterday }) };
      spaces.set(on, explore(exploration));
    }
  return [...spaces.values()];
}

/** The first day after the edition: when the law ended it, or when the next one begins. */
export const endOf = (process: Process, edition: Edition): PlainDate | undefined => {
  const later = process.editions.map(({ since }) => since).filter((since) => since > edition.since);
  return [...later, ...(edition.until ? [edition.until] : [])].sort()[0];
};

function probeDays(process: Process, edition: Edition, book: StatuteBook, { asked }: BookThatListens): PlainDate[] {
  const before = endOf(process, edition);
  const changes = [...new Set([...citationsOf(process), ...asked])].flatMap((citation) => changesOf(citation, book));
  const days = changes.flatMap((day) => [calendar.dayBefore(day), day]);
  const within = days.filter((day) => day > edition.since && (before === undefined || day < before));
  return [...new Set([edition.since, ...within])].sort();
}

/**
 * The days on which a provision comes into force, changes a value or a length, or ends. A new wording that changes neither
 * is no such day: a machine cannot see it.
 */
export function changesOf(citation: string, book: StatuteBook): PlainDate[] {
  if (!book.citations().includes(citation)) return [];
  const { provision, since, repealed } = book.find(citation);
  const entries = [...Object.values(provision.values ?? {}).flat(), ...(provision.deadline?.lengths ?? [])];
  const ends = entries.flatMap(({ until }) => (until ? [calendar.addDays(until, 1)] : []));
  return [since, ...(repealed ? [repealed] : []), ...entries.map((entry) => entry.since), ...ends];
}

/** The statute book, which remembers what it was asked for. */
class BookThatListens extends StatuteBook {
  readonly asked = new Set<string>();

  constructor({ statutes }: StatuteBook) {
    super(statutes);
  }

  override find(citation: string): FoundProvision {
    this.asked.add(citation);
    return super.find(citation);
  }
}
