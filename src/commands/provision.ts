/** One provision on a day: what it says, its numbers with their wordings, its time limit, its source and how sure it is. */
import type { Certainty, PlainDate, RuleUse } from '../../machines/grammar/index.js';
import { calendar } from '../engine/calendar/calendar.js';
import type { Readings, Wording } from '../engine/law/law-data.js';
import { type EntryPeriod, type FoundProvision, ruleUse, type StatuteBook } from '../engine/law/statute-book.js';
import type { Line } from './coverage-lines.js';
import { ruleText } from './reckoned.js';
import type { Terminal } from './terminal.js';
import { certaintyWords, kindWords } from './texts.js';

/** A value during one wording. */
export interface PeriodView extends RuleUse {
  /** Last day; null while no end is known. */
  until: PlainDate | null;
  inForce: boolean;
}

export interface ProvisionView {
  citation: string;
  asOf: PlainDate;
  inForce: boolean;
  /** First day; null where it is not known. */
  since: PlainDate | null;
  repealed: PlainDate | null;
  says: string;
  certainty: Certainty | null;
  standard: string | null;
  values: Record<string, PeriodView[]>;
  deadline: { kind: 'hard' | 'soft' | 'practice'; rolls: boolean; lengths: PeriodView[] } | null;
  wordings: readonly Wording[];
  /** Where the words can be read in more than one way; the value of the same name chooses. */
  readings: Readonly<Record<string, Readings>>;
  appeal: string | null;
  statute: { sfs: string; title: string; source: { url?: string; state: string; confidence: string } };
}

/** What is known about a provision. The citation must be in the book. */
export function provisionView(book: StatuteBook, citation: string, asOf: PlainDate): ProvisionView {
  const found = book.find(citation);
  const { provision, statute, repealed = null } = found;
  const since = provision.since ?? (statute.in_force === 'unknown' ? null : statute.in_force);
  const inForce = book.inForce(citation, asOf);
  const see = (value: string, periods: readonly EntryPeriod[]) =>
    periods.map((period) => periodView(citation, period, asOf, value));
  const values = Object.keys(provision.values ?? {}).map(
    (value) => [value, see(value, book.periods(citation, value))] as const,
  );
  const { deadline } = provision;
  return {
    citation,
    asOf,
    inForce,
    since,
    repealed,
    says: provision.says,
    certainty: inForce ? book.certainty(citation, asOf) : null,
    standard: provision.standard ?? null,
    values: Object.fromEntries(values),
    deadline: deadline
      ? { kind: deadline.kind, rolls: deadline.rolls, lengths: see('deadline', lengthsOf(found)) }
      : null,
    wordings: provision.wordings ?? [],
    readings: provision.readings ?? {},
    appeal: provision.appeal ?? null,
    statute: { sfs: statute.sfs, title: statute.title, source: statute.source },
  };
}

/** The lengths of a provision's own time limit, each until the next. */
const lengthsOf = ({ provision, statute, repealed }: FoundProvision): EntryPeriod[] =>
  (provision.deadline?.lengths ?? []).map((entry, i, all) => {
    const before = entry.until ? calendar.addDays(entry.until, 1) : (all[i + 1]?.since ?? repealed);
    const confidence = entry.confidence ?? provision.confidence ?? statute.source.confidence;
    return { entry, confidence, since: entry.since, ...(before && { before }) };
  });

function periodView(citation: string, period: EntryPeriod, asOf: PlainDate, value: string): PeriodView {
  const until = period.entry.until ?? (period.before ? calendar.dayBefore(period.before) : null);
  const none = period.entry.none;
  const use = ruleUse(citation, period, value);
  return {
    ...use,
    ...(none !== undefined && { amount: none }),
    until,
    inForce: period.since <= asOf && (until === null || asOf <= until),
  };
}

/** The same in words; `uses` come before the source. */
export function provisionLines(view: ProvisionView, uses: readonly Line[], terminal: Terminal): Line[] {
  const { say, language, paint } = terminal;
  const { citation, statute, deadline } = view;
  const line = (text: string, indent = '    '): Line => ({ text, indent });
  const certainty = view.certainty && certaintyWords[language][view.certainty];
  return [
    line(`${paint.bold(citation)}  ${statute.title}`),
    line(standing(view, terminal)),
    line(''),
    line(view.says, ''),
    ...(view.standard ? [line(`${say('Tid', 'Time')}: «${view.standard}»`)] : []),
    ...(certainty ? [line(paint.yellow(`${say('Lydelsen', 'The wording')}: ${certainty}`))] : []),
    ...Object.entries(view.values).flatMap(([name, periods]) => [
      line(''),
      line(name),
      ...periodLines(periods, terminal),
      ...readingLines(view.readings[name], terminal).map((text) => line(text)),
    ]),
    ...(deadline
      ? [
          line(''),
          line(
            `${say('Tidsgräns', 'Time limit')} (${kindWords[language][deadline.kind]}${deadline.rolls ? say('; helgdag flyttar', '; rest days move it') : ''})`,
          ),
          ...periodLines(deadline.lengths, terminal),
        ]
      : []),
    ...(view.wordings.length > 0 ? [line(''), line(say('Ändrad', 'Amended'))] : []),
    ...view.wordings.map(({ since, by, note, unknown }) =>
      line(`  ${[since, by && `SFS ${by}`, unknown ?? note].filter(Boolean).join('; ')}`),
    ),
    ...(view.appeal ? [line(''), line(`${say('Klagas på genom', 'Appealed by')}: ${view.appeal}`)] : []),
    ...uses,
    line(''),
    line(paint.dim(`${say('Källa', 'Source')}: ${statute.source.state}`)),
    ...(statute.source.url ? [line(paint.dim(statute.source.url))] : []),
  ];
}

const readingLines = (readings: Readings | undefined, { say }: Terminal): string[] =>
  readings
    ? [
        `    ${readings.question}`,
        ...Object.entries(readings.options).map(
          ([choice, says]) => `    ${say('läsning', 'reading')} ${choice}: ${says}`,
        ),
      ]
    : [];

function standing({ inForce, asOf, since, repealed }: ProvisionView, { say, paint }: Terminal): string {
  const from = since
    ? say(`från ${since}`, `from ${since}`)
    : say('första dagen är inte känd', 'its first day is not known');
  const period = [from, repealed && say(`upphävd ${repealed}`, `repealed ${repealed}`)].filter(Boolean).join(', ');
  return inForce
    ? say(`Gäller ${asOf} (${period}).`, `In force on ${asOf} (${period}).`)
    : paint.red(say(`Gäller inte ${asOf} (${period}).`, `Not in force on ${asOf} (${period}).`));
}

const periodLines = (periods: readonly PeriodView[], terminal: Terminal): Line[] =>
  periods.map((period) => {
    const { until, inForce, citation } = period;
    const words = ruleText(period, terminal).replace(`${citation}: `, '');
    const ended = until ? terminal.say(`; till och med ${until}`, `; until ${until}`) : '';
    const text = `  ${inForce ? '▸' : ' '} ${words}${ended}`;
    return { text: inForce ? text : terminal.paint.dim(text), indent: '      ' };
  });
