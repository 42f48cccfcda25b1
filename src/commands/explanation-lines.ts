/** An explanation as a chain that can be read from the top: fact, rule, date, step, unit. */
import type { ExplanationView } from '../cases/explanation-view.js';
import type { ExplainedFact, ExplainedState, Explanation } from '../engine/explain.js';
import type { Library } from '../library/library.js';
import { daysInWords } from '../presentation/days-in-words.js';
import { numbered } from '../presentation/numbered.js';
import { moved } from '../presentation/moved.js';
import { reckonedText } from './reckoned.js';
import type { Terminal } from './terminal.js';
import { actionTitle, dateName, factLabel, firmness, processName, stateTitle, whoNames } from './texts.js';

/** Every line of the explanation. `kommun` is the case's municipality, for the names of its units. */
export function explanationLines(of: ExplanationView, kommun: string, library: Library, terminal: Terminal): string[] {
  const { say, language, paint } = terminal;
  const { process, asOf } = of;
  const agreement = of.agreement
    ? say(`överenskommelsen ${of.agreement}`, `agreement ${of.agreement}`)
    : say('ingen överenskommelse gäller', 'no agreement is in force');
  const dates = Object.entries(of.dates).map(
    ([name, reckoned]) =>
      `  ${dateName(library, language, process, name)}: ${reckoned.date}. ${reckonedText(reckoned, terminal)}`,
  );
  const ahead = of.ahead.map(
    ({ type, on, dateName: date }) =>
      `  ${on}  ${factLabel(library, language, type)} (${dateName(library, language, process, date)})`,
  );
  const part = (title: string, lines: readonly string[]): string[] =>
    lines.length > 0 ? ['', paint.bold(title), ...lines] : [];
  return [
    `${paint.bold(numbered(processName(library, language, process), of.instance, language))}, ${say('sett', 'seen on')} ${asOf}; ${agreement}.`,
    ...part(
      say('Det som har hänt', 'What has happened'),
      of.facts.flatMap((fact) => factLines(fact, process, library, terminal)),
    ),
    ...part(
      say('Det som väntas', 'What is awaited'),
      of.states.flatMap((state) => stateLines(state, of, kommun, library, terminal)),
    ),
    ...part(
      say('Varför, i hela meningar', 'Why, in whole sentences'),
      of.states.flatMap(({ state }) => {
        const [first, ...more] = of.says[language].states[state] ?? [];
        return first === undefined ? [] : [`  ${first}`, ...more.map((text) => `    ${text}`)];
      }),
    ),
    ...part(say('Beräknade dagar', 'Computed dates'), dates),
    ...part(
      say('Det som sker av sig självt om inget annat händer', 'What happens by time alone if nothing else does'),
      ahead,
    ),
  ];
}

function factLines(
  { type, on, computed, from, to }: ExplainedFact,
  process: string,
  library: Library,
  terminal: Terminal,
): string[] {
  const { say, language, paint } = terminal;
  const titles = (states: readonly string[]) =>
    states.map((state) => stateTitle(library, language, process, state)).join(', ');
  const mark = computed ? paint.dim(say(' [beräknat]', ' [computed]')) : '';
  const { left, entered } = moved(from, to);
  const change =
    left.length + entered.length === 0
      ? say('läget är detsamma', 'the standing is the same')
      : [titles(left), titles(entered)].filter(Boolean).join(' → ');
  const reckoning = computed ? [`      ${reckonedText(computed.reckoned, terminal)}`] : [];
  return [`  ${on}  ${factLabel(library, language, type)} (${type})${mark}`, `      ${change}`, ...reckoning];
}

function stateLines(
  at: ExplainedState,
  of: Explanation,
  kommun: string,
  library: Library,
  terminal: Terminal,
): string[] {
  const { say, language, paint } = terminal;
  const { state, since, action, wakes } = at;
  const title = `  ${paint.bold(stateTitle(library, language, of.process, state))} ${say('sedan', 'since')} ${since}`;
  if (!action)
    return [title, ...(wakes ? [`    ${say('Väcks av', 'Woken by')}: ${labels(wakes, library, terminal)}.`] : [])];
  const { party, unit, contact, due, basis, facts, gap, clause } = action;
  const who = [...whoNames(library, language, { party, unit, kommun }), contact].filter(Boolean).join(', ');
  const when = due.date
    ? `${due.date}, ${daysInWords(due.date, of.asOf, language)}`
    : daysInWords(null, of.asOf, language);
  const standard = due.standard ? ` «${due.standard}»` : '';
  const reckoning = reckonedText(due, terminal);
  return [
    title,
    `    ${say('Vad', 'What')}: ${actionTitle(library, language, of.process, state)}`,
    `    ${say('Vem', 'Who')}: ${who}${clause ? ` (${say('klausul', 'clause')} ${clause})` : ''}`,
    ...(gap
      ? [`    ⚠ ${say('Varken lagen eller överenskommelsen säger vem.', 'Neither law nor agreement says who.')}`]
      : []),
    `    ${say('Grund', 'Ground')}: ${groundText(basis, library)}`,
    `    ${say('Senast', 'Due')}: ${when} (${firmness(due.kind, due.certainty, language)})${standard}`,
    ...(reckoning ? [`      ${reckoning}`] : []),
    `    ${say('Fullgörs av', 'Discharged by')}: ${labels(facts, library, terminal)}.`,
    ...at.clauses
      .filter(({ deadline }) => deadline)
      .map(({ id, deadline }) => `    ${say('Klausul', 'Clause')} ${id}: ${deadline ?? ''}`),
  ];
}

const labels = (types: readonly string[], library: Library, { language }: Terminal): string =>
  types.map((type) => `${factLabel(library, language, type)} (${type})`).join(', ');

const groundText = (basis: string, { book, requirements }: Library): string => {
  const says = basis.startsWith('R') ? requirements.requirements[basis]?.says : book.find(basis).provision.says;
  return says ? `${basis}. ${says}` : basis;
};
