/** The difference that a fact makes, line by line: a sign for what it is, then what it is. */
import type { PlainDate } from '../../machines/grammar/index.js';
import { partyName, type Party } from '../../machines/parties.js';
import type { DiffView, Recording, TouchedReminder } from '../cases/recording.js';
import type { ChangedStep } from '../engine/diff.js';
import { words } from '../http/message-words.js';
import type { Library } from '../library/library.js';
import type { NextActionView } from '../next-actions/action-view.js';
import { moved } from '../presentation/moved.js';
import { numbered } from '../presentation/numbered.js';
import type { Terminal } from './terminal.js';
import { actionTitle, certaintyWords, dateName, factLabel, processName, stateTitle } from './texts.js';

type Accepted = Extract<Recording, { accepted: true }>;
type Step = Pick<NextActionView, 'process' | 'instance' | 'state'>;

/** What the lines are written with. */
interface Writing {
  terminal: Terminal;
  library: Library;
}

/** Every line: processes, steps, dates, what time has done, facts that no longer fit, reminders. Empty when nothing changes. */
export function differenceLines(
  { diff, fact }: Pick<Accepted, 'diff' | 'fact'>,
  library: Library,
  terminal: Terminal,
): string[] {
  const writing = { library, terminal };
  const dates = diff.dates.filter((date) => !isLongPast(date, fact.on));
  return [
    ...diff.moved.map((one) => movedLine(one, writing)),
    ...diff.closed.map((step) => `${terminal.paint.green('✓')} ${titleOf(step, writing)}`),
    ...diff.opened.map((step) => openedLine(step, writing)),
    ...diff.changed.map((step) => changedLine(step, writing)),
    ...dates.map((date) => dateLine(date, writing)),
    ...diff.timeFacts.map((time) => timeLine(time, writing)),
    ...diff.stranded.flatMap((fact) => strandedLines(fact, writing)),
    ...diff.fitting.map((fact) => fittingLine(fact, writing)),
    ...reminderLines(diff.reminders, writing),
  ];
}

const nameOf = ({ process, instance }: Pick<Step, 'process' | 'instance'>, { library, terminal }: Writing): string =>
  numbered(processName(library, terminal.language, process), instance, terminal.language);

const titleOf = (step: Step, writing: Writing): string =>
  `${nameOf(step, writing)}: ${actionTitle(writing.library, writing.terminal.language, step.process, step.state)}`;

const arrow = (from: string | null, to: string | null, none: string): string => `${from ?? none} → ${to ?? none}`;

function movedLine(one: DiffView['moved'][number], writing: Writing): string {
  const { library, terminal } = writing;
  const names = (states: readonly string[]) =>
    states.map((state) => stateTitle(library, terminal.language, one.process, state)).join(', ');
  const { left, entered } = moved(one.from, one.to);
  return `  ${nameOf(one, writing)}: ${[names(left), names(entered)].filter(Boolean).join(' → ')}`;
}

function openedLine(step: NextActionView, writing: Writing): string {
  const { language, paint } = writing.terminal;
  return `${paint.cyan('+')} ${titleOf(step, writing)}${step.due ? ` (${words[language].dueBy(step.due)})` : ''}`;
}

/** Only what is otherwise is told: the day, the first day, who. */
function changedLine(step: ChangedStep, writing: Writing): string {
  const { say, language, paint } = writing.terminal;
  const { due, since, party, unit } = step;
  const name = (of: string) => partyName(of as Party, language);
  const told = [
    due.from !== due.to && `${say('senast', 'due')} ${arrow(due.from, due.to, say('utan datum', 'no date'))}`,
    since.from !== since.to && `${say('sedan', 'since')} ${arrow(since.from, since.to, '')}`,
    party.from !== party.to && arrow(name(party.from), name(party.to), ''),
    party.from === party.to && unit.from !== unit.to && arrow(unit.from, unit.to, say('ingen enhet', 'no unit')),
  ];
  return `${paint.yellow('~')} ${titleOf(step, writing)}: ${told.filter(Boolean).join('; ')}`;
}

/** A day that nobody has heard of and that lay behind already, as the day somebody turned sixteen: it asks nothing of anybody. */
const isLongPast = ({ from, to }: DiffView['dates'][number], on: PlainDate): boolean =>
  from === null && to !== null && to < on;

function dateLine(date: DiffView['dates'][number], writing: Writing): string {
  const { library, terminal } = writing;
  const { say, language, paint } = terminal;
  const sure = certaintyWords[language][date.certainty];
  const change =
    date.from === null
      ? date.to
      : arrow(date.from, date.to, say('går inte att räkna längre', 'cannot be computed any more'));
  const what = `${nameOf(date, writing)}: ${dateName(library, language, date.process, date.name)}`;
  return `${paint.yellow('◷')} ${what}: ${change}${sure ? ` (${sure})` : ''}`;
}

function timeLine({ type, from, to, ...of }: DiffView['timeFacts'][number], writing: Writing): string {
  const { library, terminal } = writing;
  const { say, language, paint } = terminal;
  const change = arrow(from, to, say('har inte skett', 'has not happened'));
  return `${paint.yellow('◷')} ${nameOf(of, writing)}: ${factLabel(library, language, type)}: ${change}`;
}

function strandedLines(fact: DiffView['stranded'][number], writing: Writing): string[] {
  const { library, terminal } = writing;
  const { say, language, paint } = terminal;
  const whose = [partyName(fact.by.party, language), fact.by.unit].filter(Boolean).join(', ');
  return [
    `${paint.red('!')} ${words[language].laterFact(`${factLabel(library, language, fact.type)} (${fact.type})`, fact.on)} ${fact.says[language]}`,
    `    ${say(`Ska ses över av ${whose}; id ${fact.id}`, `To be reviewed by ${whose}; id ${fact.id}`)}`,
  ];
}

const fittingLine = ({ type, on }: DiffView['fitting'][number], { library, terminal }: Writing): string =>
  `${terminal.paint.green('✓')} ${terminal.say(
    `${factLabel(library, terminal.language, type)} (${type}) den ${on} får plats igen.`,
    `${factLabel(library, terminal.language, type)} (${type}) on ${on} fits again.`,
  )}`;

function reminderLines({ wrong, withdrawn }: DiffView['reminders'], writing: Writing): string[] {
  const { say, paint } = writing.terminal;
  const line = (sign: string, says: string, { due, recipient, ...step }: TouchedReminder) =>
    `${sign} ${says}: ${titleOf(step, writing)}: ${arrow(due.from, due.to, say('väntas inte längre', 'no longer awaited'))} (${recipient})`;
  return [
    ...wrong.map((one) => line(paint.red('✉'), say('Påminnelse som ska rättas', 'Reminder to be put right'), one)),
    ...withdrawn.map((one) => line(paint.dim('✉'), say('Påminnelse som dras in', 'Reminder withdrawn'), one)),
  ];
}
