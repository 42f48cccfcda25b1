/** The rules behind a date or a step, with the wording in force, its source and how well it is known. */
import type { Basis, PlainDate, RuleUse } from '../../../machines/grammar/index.js';
import type { Confidence } from '../law/law-data.js';
import type { FoundProvision, StatuteBook } from '../law/statute-book.js';

/** A provision as an explanation quotes it. */
export interface QuotedProvision {
  citation: string;
  /** What it says, in Etapp's own words. */
  says: string;
  /** How well the wording on the day is known: H read, M guidance, L weak, U not confirmed. */
  confidence: Confidence;
  /** The amendment that gave the wording of the day; null for the first wording. */
  wording: { since: PlainDate; by: string | null; note: string | null } | null;
  source: { sfs: string; title: string; short: string; state: string; url: string | null };
}

/** One value that a date was reckoned with, and the provision that gives it. */
export type ExplainedRule = RuleUse & {
  provision: QuotedProvision | null;
  /** What the chosen reading means, where the value chooses among readings. */
  reading?: string;
};

/** The provision as it stands on a day; null for what is no law, like a requirement on an agreement. */
export function quoted(citation: Basis, on: PlainDate, book: StatuteBook): QuotedProvision | null {
  if (!book.citations().includes(citation)) return null;
  const found = book.find(citation);
  const { statute, provision } = found;
  const wording = wordingOn(found, on);
  return {
    citation,
    says: provision.says,
    // A wording that nobody has read is not confirmed, however well the one before it is known.
    confidence: wording?.unknown ? 'U' : (wording?.confidence ?? provision.confidence ?? statute.source.confidence),
    wording: wording
      ? { since: wording.since, by: wording.by ?? null, note: wording.unknown ?? wording.note ?? null }
      : null,
    source: {
      sfs: statute.sfs,
      title: statute.title,
      short: statute.short,
      state: statute.source.state,
      url: statute.source.url ?? null,
    },
  };
}

const wordingOn = ({ provision }: FoundProvision, on: PlainDate) =>
  provision.wordings?.filter(({ since }) => since <= on).at(-1);

/** The rules of a date, each with its provision in the wording that the value was taken from. */
export const explainedRules = (rules: readonly RuleUse[], on: PlainDate, book: StatuteBook): ExplainedRule[] =>
  rules.map((rule) => {
    const provision = quoted(rule.citation, rule.since > on ? rule.since : on, book);
    const reading = provision && book.find(rule.citation).provision.readings?.[rule.value ?? '']?.options[rule.amount];
    return { ...rule, provision, ...(reading && { reading }) };
  });
