/** The tables of one case. */
import { partyName } from '../../machines/parties.js';
import type { PositionView } from '../cases/case-view.js';
import type { FactStatus, FactView } from '../cases/fact-view.js';
import { dayInSweden } from '../clock.js';
import type { Language } from '../http/message-words.js';
import type { Library } from '../library/library.js';
import { isLate, lateInWords } from '../presentation/late-facts.js';
import { numbered } from '../presentation/numbered.js';
import { toldAfterwards } from '../presentation/told-afterwards.js';
import { table } from './table.js';
import type { Terminal } from './terminal.js';
import { factLabel, processName, stateTitle } from './texts.js';

const statusWords: Record<Language, Record<PositionView['status'], string>> = {
  sv: { waiting: 'väntar', dormant: 'vilar', final: 'klar' },
  en: { waiting: 'waiting', dormant: 'dormant', final: 'done' },
};

/** Where each process stands. */
export function positionTable(
  positions: readonly PositionView[],
  { say, language, paint }: Terminal,
  library: Library,
): string {
  const columns = [
    { title: say('Process', 'Process'), least: 20 },
    { title: say('Läge', 'Standing'), least: 30 },
    { title: '' },
    { title: say('Sedan', 'Since') },
  ];
  const rows = positions.map(({ process, instance, state, since, status }) => [
    numbered(processName(library, language, process), instance, language),
    stateTitle(library, language, process, state),
    status === 'waiting' ? paint.yellow(statusWords[language][status]) : paint.dim(statusWords[language][status]),
    since,
  ]);
  return table(columns, rows, paint.bold);
}

const factWords: Record<Language, Record<FactStatus, string>> = {
  sv: { counted: '', corrected: 'rättad', withdrawn: 'återkallad', stranded: 'får inte plats', later: 'kommer senare' },
  en: { counted: '', corrected: 'corrected', withdrawn: 'withdrawn', stranded: 'does not fit', later: 'comes later' },
};

/** A type of fact is one long word; in a narrow column it may be broken after its dots. */
const LONGEST_TYPE = 30;

function brokenAtDots(type: string): string[] {
  const lines: string[] = [];
  for (const part of type.split(/(?<=\.)/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.length <= LONGEST_TYPE) lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines;
}

/** The ledger of facts, in the order in which they were recorded. */
export function factTable(facts: readonly FactView[], { say, language, paint }: Terminal, library: Library): string {
  const columns = [
    { title: '#' },
    { title: say('Dag', 'Day') },
    { title: say('Uppgift', 'Fact'), least: 24 },
    { title: say('Innehåll', 'Data'), least: 16 },
    { title: say('Av', 'By'), least: 14 },
    { title: say('Registrerad', 'Recorded') },
  ];
  const rows = facts.map((fact) => [
    String(fact.seq),
    fact.on,
    [factLabel(library, language, fact.type), ...brokenAtDots(fact.type).map((part) => paint.dim(part))].join('\n'),
    dataInWords(fact.data),
    [partyName(fact.by.party, language), fact.by.unit].filter(Boolean).join('\n'),
    [
      dayInSweden(Date.parse(fact.recordedAt)),
      ...standingOf(fact, library, language).map(paint.yellow),
      ...[toldAfterwards(fact.afterwards, language)].filter(Boolean).map(paint.yellow),
    ].join('\n'),
  ]);
  return table(columns, rows, paint.bold);
}

/** How a fact stands when it is not simply counted: corrected by which and why, stranded, late. */
function standingOf(fact: FactView, { corrections }: Library, language: Language): string[] {
  const { status, correctedBy, reason, lateDays } = fact;
  const why = (code: string) => corrections.reasons[code]?.[language] ?? code;
  const standing = factWords[language][status];
  const by = correctedBy && `#${correctedBy.seq}: ${why(correctedBy.reason)}`;
  return [
    [standing, by].filter(Boolean).join(', '),
    reason === null ? '' : why(reason),
    isLate({ lateDays }) ? lateInWords(lateDays, language) : '',
  ].filter(Boolean);
}

/** A day of birth is not for every eye that passes a screen; `--json` has it. */
const PRIVATE = ['fodd'];

export const dataInWords = (data: Readonly<Record<string, unknown>>): string =>
  Object.entries(data)
    .map(([name, value]) => `${name} ${PRIVATE.includes(name) ? '…' : String(value)}`)
    .join(', ');
