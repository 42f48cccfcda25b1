/** Reads `machines/law`: one statute per file, every value dated without overlaps. */
import { join } from 'node:path';
import { type Amount, type Entry, type Provision, type Statute, units } from '../engine/law/law-data.js';
import { StatuteBook } from '../engine/law/statute-book.js';
import type { DataError, Finding, Path } from './data-error.js';
import { StatuteDto } from './dto/statute.dto.js';
import { readAs, repeated, shownIn, yamlFilesIn } from './reading.js';

const amounts = [...units, 'is', 'choice', 'list'] as const;
const lengths: readonly string[] = ['days', 'weeks', 'months', 'years'];

/** The statutes, and what is wrong with their files. */
export function readLaw(folder: string): { book: StatuteBook; errors: DataError[] } {
  const own = join(folder, 'law');
  const readings = yamlFilesIn(own).map((path) => readAs(StatuteDto, path, shownIn(folder, path), withinStatute));
  const errors = readings.flatMap((reading) => reading.errors);
  if (readings.length === 0) errors.push({ file: shownIn(folder, own), line: 1, path: '', problem: noLaw });
  const seen = new Set<string>();
  for (const { file, value } of readings) {
    if (value && seen.has(value.sfs))
      errors.push(
        ...file.place(
          repeated(
            [value.sfs, value.sfs].map((name) => ({ path: ['sfs'], name })),
            statute,
          ),
        ),
      );
    if (value) seen.add(value.sfs);
  }
  const statutes: Statute[] = readings.flatMap(({ value }) => value ?? []);
  return { book: new StatuteBook(statutes), errors };
}

const noLaw = { sv: 'Mappen har ingen författning', en: 'The folder holds no statute' };
const statute = { sv: 'Författningen', en: 'statute' };

const withinStatute = ({ provisions }: Statute): Finding[] =>
  Object.entries(provisions).flatMap(([key, provision]) => withinProvision(provision, ['provisions', key]));

function withinProvision(provision: Provision, path: Path): Finding[] {
  const { since, repealed, deadline, values = {}, wordings = [], readings = {} } = provision;
  const backwards = since && repealed && repealed <= since;
  return [
    ...(backwards
      ? [
          finding(
            [...path, 'repealed'],
            'Upphävandet är inte senare än första dagen',
            'The repeal is not later than the first day',
          ),
        ]
      : []),
    ...outOfOrder(wordings, [...path, 'wordings']),
    ...Object.entries(values).flatMap(([name, entries]) =>
      withinEntries(entries, [...path, 'values', name], onlyAmounts),
    ),
    ...withinEntries(deadline?.lengths, [...path, 'deadline', 'lengths'], onlyLengths),
    ...Object.entries(readings).flatMap(([name, { options }]) =>
      withinReadings(Object.keys(options), values[name], [...path, 'readings', name]),
    ),
  ];
}

/** A reading is chosen by a value of the same name, in every wording. */
function withinReadings(options: readonly string[], entries: readonly Entry[] | undefined, path: Path): Finding[] {
  if (!entries) return [finding(path, 'Inget värde väljer läsning här', 'No value chooses among these readings')];
  const chosen = entries.map(({ choice, assume }) => choice ?? assume?.choice);
  const strange = chosen.filter((choice) => choice === undefined || !options.includes(choice));
  return strange.map((choice = '–') =>
    finding(
      path,
      `Läsningen «${choice}» är ingen av ${options.join(', ')}`,
      `The reading “${choice}” is none of ${options.join(', ')}`,
    ),
  );
}

/** What is wrong with one entry by itself. */
type EntryCheck = (entry: Entry, path: Path) => Finding[];

function withinEntries(entries: readonly Entry[] | undefined, path: Path, check: EntryCheck): Finding[] {
  if (!entries) return [];
  if (entries.length === 0) return [finding(path, 'Listan är tom', 'The list is empty')];
  return [
    ...entries.flatMap((entry, i) => [...check(entry, [...path, i]), ...assumption(entry, [...path, i])]),
    ...outOfOrder(entries, path),
  ];
}

const onlyAmounts: EntryCheck = (entry, path) => [
  ...exactlyOne(entry, ['unknown', ...amounts], path),
  ...(entry.none === undefined
    ? []
    : [
        finding([...path, 'none'], '«none» hör bara till en tidsgräns (deadline)', '“none” belongs to a deadline only'),
      ]),
];

const onlyLengths: EntryCheck = (entry, path) => [
  ...exactlyOne(entry, ['none', 'unknown', ...amounts], path),
  ...amounts
    .filter((name) => entry[name] !== undefined && !lengths.includes(name))
    .map((name) =>
      finding([...path, name], `En tidsgräns kan inte räknas i «${name}»`, `A deadline cannot be counted in “${name}”`),
    ),
];

function assumption({ unknown, assume }: Entry, path: Path): Finding[] {
  if (!assume) return [];
  const at = [...path, 'assume'];
  if (unknown === undefined)
    return [finding(at, 'Bara det som är okänt (unknown) kan antas', 'Only what is unknown can be assumed')];
  return exactlyOne(assume, amounts, at);
}

function exactlyOne(part: Amount | Entry, names: readonly string[], path: Path): Finding[] {
  const there = names.filter((name) => part[name as keyof typeof part] !== undefined);
  if (there.length === 1) return [];
  return there.length === 0
    ? [finding(path, 'Här saknas ett värde', `A value is missing here, one of: ${names.join(', ')}`)]
    : [finding(path, `Här står flera värden: ${there.join(', ')}`, `Several values stand here: ${there.join(', ')}`)];
}

// Days compare as text. Oldest first, each ended by the next or by its own last day.
const outOfOrder = (entries: readonly { since: string; until?: string }[], path: Path): Finding[] =>
  entries.flatMap(({ since, until }, i) => {
    const former = entries[i - 1];
    const at = [...path, i, 'since'];
    const backwards = until !== undefined && until < since;
    return [
      ...(backwards
        ? [finding([...path, i, 'until'], 'Sista dagen är före den första', 'The last day is before the first')]
        : []),
      ...(former && (former.until ?? former.since) >= since
        ? [
            finding(
              at,
              `Tiden överlappar den som börjar ${former.since}; äldst ska stå först`,
              `The period overlaps the one that begins ${former.since}; the oldest comes first`,
            ),
          ]
        : []),
    ];
  });

const finding = (path: Path, sv: string, en: string): Finding => ({ path, problem: { sv, en } });
