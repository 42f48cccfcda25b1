/**
 * The law in force on a day. There is no fall-back to the latest known value: a provision or value that is missing on
 * the day is a loud error, and a wording nobody has read is used only through its declared assumption, shown as such.
 */
import type { Certainty, PlainDate, RuleUse } from '../../../machines/grammar/index.js';
import type { Amount, Confidence, DeadlineRule, Entry, Provision, Statute } from './law-data.js';
import { oncePer } from '../once.js';
import { amountInWords, certaintyOf } from './certainty.js';

/** The law does not answer: no such provision, or not in force on the day. */
export class LawError extends Error {
  constructor(
    readonly slug: 'unknown-citation' | 'law-not-in-force',
    readonly citation: string,
    message: string,
  ) {
    super(message);
  }
}

/** A provision with its statute and the period in which it is in force. */
export interface FoundProvision {
  citation: string;
  statute: Statute;
  provision: Provision;
  since: PlainDate;
  repealed?: PlainDate;
}

/** One entry with the days it covers. */
export interface EntryPeriod {
  entry: Entry;
  confidence: Confidence;
  since: PlainDate;
  /** First day on which it no longer applies. */
  before?: PlainDate;
}

/** The first day that law.at answers for statutes whose entry into force is not known. */
const BEGINNING: PlainDate = '1900-01-01';

export class StatuteBook {
  private readonly provisions = new Map<string, FoundProvision>();
  /** The periods of a value, by citation and name: every date asks for some, and they never change. */
  private readonly periodsKnown = new Map<string, readonly EntryPeriod[]>();

  constructor(readonly statutes: readonly Statute[]) {
    for (const statute of statutes)
      for (const [key, provision] of Object.entries(statute.provisions)) {
        const citation = `${statute.sfs} ${key}`;
        const since = provision.since ?? (statute.in_force === 'unknown' ? BEGINNING : statute.in_force);
        const repealed = provision.repealed ?? statute.repealed;
        this.provisions.set(citation, { citation, statute, provision, since, ...(repealed && { repealed }) });
      }
  }

  citations(): string[] {
    return [...this.provisions.keys()];
  }

  /** The provision, in force or not. Throws `unknown-citation`. */
  find(citation: string): FoundProvision {
    const found = this.provisions.get(citation);
    if (!found) throw new LawError('unknown-citation', citation, `Ingen bestämmelse ${citation} finns i machines/law.`);
    return found;
  }

  inForce(citation: string, on: PlainDate): boolean {
    const { since, repealed } = this.find(citation);
    return since <= on && (repealed === undefined || on < repealed);
  }

  /** The provision in force on the day. Throws `law-not-in-force`. */
  at(citation: string, on: PlainDate): FoundProvision {
    const found = this.find(citation);
    if (this.inForce(citation, on)) return found;
    const period = found.repealed && on >= found.repealed ? `upphävd ${found.repealed}` : `gäller från ${found.since}`;
    throw new LawError('law-not-in-force', citation, `${citation} gäller inte ${on} (${period}).`);
  }

  /** Every entry of a value with the days it covers, oldest first. Throws when the value is not declared. */
  periods(citation: string, value: string): readonly EntryPeriod[] {
    const found = this.find(citation);
    const key = `${citation} ${value}`;
    const known = this.periodsKnown.get(key);
    if (known) return known;
    const entries = found.provision.values?.[value];
    if (!entries)
      throw new LawError('unknown-citation', citation, `${citation} har inget värde «${value}» i machines/law.`);
    const periods = periodsOf(found, entries);
    this.periodsKnown.set(key, periods);
    return periods;
  }

  /** The entry of a value in force on the day. `born` follows transitional rules that go by age. */
  entry(citation: string, value: string, on: PlainDate, born?: PlainDate): EntryPeriod {
    this.at(citation, on);
    return pick(this.periods(citation, value), citation, value, on, born);
  }

  /** The length that a provision's own deadline has on the day, and its rule. */
  deadline(citation: string, on: PlainDate): { rule: DeadlineRule; period: EntryPeriod } {
    const found = this.at(citation, on);
    const rule = found.provision.deadline;
    if (!rule)
      throw new LawError('unknown-citation', citation, `${citation} har ingen tidsgräns (deadline) i machines/law.`);
    return { rule, period: pick(lengthsOf(found), citation, 'deadline', on) };
  }

  /** What is known about the wording of the provision on the day, for grounds that give no number. */
  certainty(citation: string, on: PlainDate): Certainty {
    const { provision, statute } = this.at(citation, on);
    const wording = provision.wordings?.filter((w) => w.since <= on).at(-1);
    if (wording?.unknown) return 'unknown';
    return certaintyOf({ confidence: wording?.confidence ?? provision.confidence ?? statute.source.confidence });
  }
}

const periodsOf = (found: FoundProvision, entries: Entry[]): EntryPeriod[] =>
  entries.map((entry, i) => {
    const before = entry.until ? dayAfter(entry.until) : (entries[i + 1]?.since ?? found.repealed);
    const confidence = entry.confidence ?? found.provision.confidence ?? found.statute.source.confidence;
    return { entry, confidence, since: entry.since, ...(before && { before }) };
  });

const lengthsOf = oncePer(
  (found: FoundProvision) => found,
  (found) => periodsOf(found, found.provision.deadline?.lengths ?? []),
);

// Days are compared as text, so the day after the last day need only sort after it and not after any later day.
const dayAfter = (day: PlainDate): PlainDate => `${day}~` as PlainDate;

function pick(
  periods: readonly EntryPeriod[],
  citation: string,
  value: string,
  on: PlainDate,
  born?: PlainDate,
): EntryPeriod {
  const at = periods.findIndex((p) => p.since <= on && (p.before === undefined || on < p.before));
  const found = periods[at];
  if (!found)
    throw new LawError('law-not-in-force', citation, `${citation}: värdet «${value}» är inte känt för ${on}.`);
  const older = found.entry.older_for;
  const grandfathered = older && born && yearsLater(born, older.turned) < older.before;
  return grandfathered ? (periods[at - 1] ?? found) : found;
}

// 29 February birthdays are reached on 1 March at the latest; as text the comparison against 1 January is the same.
const yearsLater = (day: PlainDate, years: number): PlainDate =>
  `${Number(day.slice(0, 4)) + years}${day.slice(4)}` as PlainDate;

/** The amount that applies: the entry's own, or the assumed one. Undefined when nothing is assumed. */
export const amountOf = (entry: Entry): Amount | undefined => (entry.unknown === undefined ? entry : entry.assume);

/** What a date rests on, as data for refusals and explanations. Put into words once for each period of a value. */
export const ruleUse = (citation: string, period: EntryPeriod, value?: string): RuleUse =>
  inWords({ citation, period, value });

const inWords = oncePer(
  ({ period }: { citation: string; period: EntryPeriod; value: string | undefined }) => period,
  ({ citation, period, value }): RuleUse => {
    const { entry, confidence } = period;
    const note = entry.unknown ?? entry.note;
    return {
      citation: citation as RuleUse['citation'],
      ...(value !== undefined && { value }),
      amount: amountInWords(amountOf(entry)),
      since: period.since,
      ...(entry.by && { by: entry.by }),
      certainty: certaintyOf({ ...entry, confidence }),
      ...(note && { note }),
    };
  },
);
