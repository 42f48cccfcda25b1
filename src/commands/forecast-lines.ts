/** A forecast as two tables: when rights and duties end, and what happens day by day. */
import type { ForecastDayView, ForecastView, LimitView } from '../cases/forecast-view.js';
import type { Language, Library } from '../library/library.js';
import type { NextActionView } from '../next-actions/action-view.js';
import { numbered } from '../presentation/numbered.js';
import { table } from './table.js';
import type { Terminal } from './terminal.js';
import { actionTitle, certaintyWords, dateName, factLabel, firmness, processName, whoNames } from './texts.js';

type Words = Pick<Terminal, 'say' | 'language' | 'paint'>;

/** When window, programme time, rights, duties and permit end. */
export function limitTable(limits: readonly LimitView[], library: Library, { say, language, paint }: Words): string {
  const columns = [
    { title: say('Dag', 'Day') },
    { title: say('Vad som tar slut', 'What ends'), least: 30 },
    { title: say('Regel', 'Rule'), least: 24 },
    { title: say('Säkerhet', 'Certainty'), least: 8 },
  ];
  const rows = limits.map(({ date, process, dateName: name, rules, certainty, passed, otherReading, inputs }) => [
    [date, passed ? paint.dim(say('har passerat', 'has passed')) : ''].filter(Boolean).join('\n'),
    dateName(library, language, process, name),
    [
      ...rules.map(({ citation, amount }) => `${citation}: ${amount}`),
      ...Object.entries(inputs)
        .slice(0, 1)
        .map(
          ([input, value]) => `${say('från', 'from')} ${inputName(library, language, process, input)} ${String(value)}`,
        ),
      ...(otherReading
        ? [
            say(
              `läsning ${otherReading.reading}: ${otherReading.date}`,
              `reading ${otherReading.reading}: ${otherReading.date}`,
            ),
          ]
        : []),
    ].join('\n'),
    certaintyWords[language][certainty] || say('säkert', 'settled'),
  ]);
  return table(columns, rows, paint.bold);
}

/** What a date is counted from: a fact, or something that the process has its own words for. */
const inputName = (library: Library, language: Language, process: string, input: string): string =>
  library.texts[language][process]?.inputs?.[input] ?? factLabel(library, language, input);

interface Row {
  on: string;
  /** What happens over and over has one key, and is told once with how often. */
  key: string;
  mark: string;
  what: string;
  why: string;
}

/** More often than this, the rest is told in a few words. */
const TOLD = 2;

/** What falls due, passes, opens and closes, in order. */
export function forecastTable(forecast: ForecastView, library: Library, terminal: Words): string {
  const { say, paint } = terminal;
  const columns = [
    { title: say('Dag', 'Day') },
    { title: '' },
    { title: say('Vad', 'What'), least: 36 },
    { title: say('Följer av', 'Follows from'), least: 28 },
  ];
  const rows = forecast.days.flatMap((day) => dayRows(day, library, terminal));
  const all = new Map<string, Row[]>();
  for (const row of rows) all.set(row.key, [...(all.get(row.key) ?? []), row]);
  const told = new Map<string, number>();
  const shown = rows.flatMap(({ on, key, mark, what, why }) => {
    const count = (told.get(key) ?? 0) + 1;
    told.set(key, count);
    if (count > TOLD) return [];
    const same = all.get(key) ?? [];
    const left = same.length - TOLD;
    const more =
      count === TOLD && left > 0
        ? say(
            `och så ${left} gånger till, sist ${same.at(-1)?.on ?? ''}`,
            `and so ${left} times more, last ${same.at(-1)?.on ?? ''}`,
          )
        : '';
    return [[on, mark, [what, more && paint.dim(more)].filter(Boolean).join('\n'), why]];
  });
  return table(columns, shown, paint.bold);
}

function dayRows(day: ForecastDayView, library: Library, terminal: Words): Row[] {
  const { say, language, paint } = terminal;
  const { on } = day;
  const step = (action: NextActionView) => stepWords(action, library, terminal);
  const keyOf = ({ process, instance, state }: NextActionView) => [process, instance, state].join('/');
  return [
    ...day.facts.map(({ type }) => ({
      on,
      key: `fact ${type}`,
      mark: '•',
      what: factLabel(library, language, type),
      why: say('redan registrerat', 'recorded already'),
    })),
    ...day.passed.map(({ type, process, instance, dateName: name, reckoned }) => ({
      on,
      key: `passed ${type} ${process} ${instance ?? ''}`,
      mark: paint.dim('▸'),
      what: factLabel(library, language, type),
      why: [
        `${dateName(library, language, process, name)} ${reckoned.date}`,
        ruleWords(reckoned.rules, certaintyWords[language][reckoned.certainty]),
      ].join('\n'),
    })),
    ...day.closed.map((action) => ({
      on,
      key: `closed ${keyOf(action)}`,
      mark: '−',
      what: say(`väntas inte längre: ${step(action)}`, `no longer awaited: ${step(action)}`),
      why: '',
    })),
    ...day.opened.map(({ action, follows }) => ({
      on,
      key: `opened ${keyOf(action)}`,
      mark: '+',
      what: say(`börjar väntas: ${step(action)}`, `begins to be awaited: ${step(action)}`),
      why: [follows ? factLabel(library, language, follows.type) : '', action.basis].filter(Boolean).join('\n'),
    })),
    ...day.changed.flatMap(({ from, to }) =>
      from.party === to.party && from.unit === to.unit
        ? []
        : [
            {
              on,
              key: `changed ${keyOf(to)}`,
              mark: '±',
              what: say(`byter ansvarig: ${step(to)}`, `changes hands: ${step(to)}`),
              why: say('överenskommelsen', 'the agreement'),
            },
          ],
    ),
    ...day.due.map((action) => ({
      on,
      key: `due ${keyOf(action)}`,
      mark: paint.yellow('!'),
      what: say(`sista dag: ${step(action)}`, `last day: ${step(action)}`),
      why: [action.basis, firmness(action.dueKind, action.certainty, language)].join('\n'),
    })),
  ];
}

const ruleWords = (rules: LimitView['rules'], certainty: string): string =>
  [[...new Set(rules.map(({ citation }) => citation))].join(', '), certainty].filter(Boolean).join('; ');

function stepWords(action: NextActionView, library: Library, { language }: Words): string {
  const { process, instance, state, party, unit } = action;
  const kommun = action.case.slice(0, 4);
  const who = whoNames(library, language, { party, unit, kommun }).join(', ');
  const title = numbered(actionTitle(library, language, process, state), instance, language);
  return `${who}: ${title} (${processName(library, language, process)})`;
}
