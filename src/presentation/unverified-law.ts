/** What nobody has verified in the law data, as lines to show people. */
import type { Certainty, PlainDate } from '../../machines/grammar/index.js';
import { certaintyOf } from '../engine/law/certainty.js';
import type { StatuteBook } from '../engine/law/statute-book.js';

/** One value or wording that rests on something unread or assumed. */
export interface UnverifiedLaw {
  citation: string;
  /** The name of the value, `deadline` for the provision's own time limit; absent for a wording. */
  value?: string;
  since: PlainDate;
  by?: string;
  certainty: Extract<Certainty, 'assumed' | 'unknown'>;
  /** What is not read, or why it is assumed. */
  why: string;
}

type Told = Omit<UnverifiedLaw, 'certainty'> & { certainty: Certainty };

/** Every assumed or unknown value and wording of the statutes, in the order of the book. */
export function unverifiedLaw(book: StatuteBook): UnverifiedLaw[] {
  return book
    .citations()
    .flatMap((citation) => [...values(book, citation), ...wordings(book, citation)].filter(isUnverified));
}

const isUnverified = (line: Told): line is UnverifiedLaw =>
  line.certainty === 'assumed' || line.certainty === 'unknown';

function values(book: StatuteBook, citation: string): Told[] {
  const { provision, statute } = book.find(citation);
  const otherwise = provision.confidence ?? statute.source.confidence;
  const tables = { ...provision.values, ...(provision.deadline && { deadline: provision.deadline.lengths }) };
  return Object.entries(tables).flatMap(([value, entries]) =>
    entries.map((entry) => ({
      citation,
      value,
      since: entry.since,
      ...(entry.by && { by: entry.by }),
      certainty: certaintyOf({ ...entry, confidence: entry.confidence ?? otherwise }),
      why: entry.unknown ?? entry.none ?? entry.note ?? '',
    })),
  );
}

const wordings = (book: StatuteBook, citation: string): Told[] =>
  (book.find(citation).provision.wordings ?? []).map(({ since, by, confidence, unknown, note }) => ({
    citation,
    since,
    ...(by && { by }),
    certainty: certaintyOf({ confidence: confidence ?? 'H', ...(unknown !== undefined && { unknown }) }),
    why: unknown ?? note ?? '',
  }));
