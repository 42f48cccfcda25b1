import { Command } from 'commander';
import type { PlainDate } from '../../machines/grammar/index.js';
import { partyName, type Party } from '../../machines/parties.js';
import type { Recording } from '../cases/recording.js';
import { RefusedRecording } from '../cases/refused.js';
import { words } from '../http/message-words.js';
import type { NextActionView } from '../next-actions/action-view.js';
import { moved } from '../presentation/moved.js';
import { numbered } from '../presentation/numbered.js';
import { actionTable } from './action-table.js';
import { type Exit, exit } from './exit.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';
import { actionTitle, factLabel, processName, stateTitle } from './texts.js';

interface Asked {
  on: PlainDate;
  by?: Party;
  unit?: string;
  data?: Record<string, unknown>;
  corrects?: string;
  reason?: string;
  dryRun?: boolean;
}

type Accepted = Extract<Recording, { accepted: true }>;

/** `etapp record`: a fact, or what it would do. */
export const recordVerb = ({ say, read, perform, examples }: Setting): Command =>
  new Command('record')
    .description(say('registrera en uppgift i ett ärende', 'record a fact in a case'))
    .argument('<case>', say('ärendets nummer', 'the number of the case'))
    .argument('<fact>', say('faktatypen, till exempel sfi.paborjad', 'the type of fact, such as sfi.paborjad'))
    .requiredOption('--on <date>', say('dagen då det hände', 'the day on which it happened'), read.day)
    .option(
      '--by <party>',
      say('vem som uppger det, annars den som brukar', 'who states it, otherwise the usual party'),
      read.party,
    )
    .option('--unit <unit>', say('enheten hos den som uppger det', 'the unit of the one who states it'))
    .option('--data <json>', say('uppgifter som faktatypen har', 'the data of the fact'), read.data)
    .option('--corrects <id>', say('rättar den här uppgiften', 'corrects this fact'))
    .option('--reason <code>', say('varför den rättas, som en kod', 'why it is corrected, as a code'))
    .option('--dry-run', say('visa bara vad som skulle hända', 'only show what would happen'))
    .addHelpText(
      'after',
      examples(
        'record 0763-26-0001 sfi.anmald --on 2026-11-02 --dry-run',
        `record 0763-26-0001 folkbokforing.registrerad --on 2026-10-01 --data '{"kommun":"0763"}'`,
      ),
    )
    .action((caseId: string, type: string, asked: Asked) => perform((session) => record(session, caseId, type, asked)));

async function record(session: Session, caseId: string, type: string, asked: Asked): Promise<Exit> {
  const { terminal, viewer } = session;
  const { cases } = await session.services();
  const { on, by, unit, data, corrects, reason, dryRun = false } = asked;
  const fact = { type, on, data, corrects, reason, by: by && { party: by, unit } };
  const recording = await cases.record(viewer, caseId, fact, { dryRun });
  if (!recording.accepted) throw new RefusedRecording(recording);
  const { accepted: _, ...answer } = recording;
  if (terminal.json) terminal.document(answer);
  else show(session, recording, dryRun);
  return exit.done;
}

function show(session: Session, recording: Accepted, dryRun: boolean): void {
  const { terminal } = session;
  const { say, paint, language } = terminal;
  const library = session.library();
  const { fact, actions } = recording;
  const what = `${paint.bold(factLabel(library, language, fact.type))} (${fact.type}) ${fact.on}, ${partyName(fact.by.party, language)}`;
  terminal.text(
    dryRun
      ? `${say('Skulle registreras', 'Would be recorded')}: ${what}`
      : `${say('Registrerat', 'Recorded')}: ${what}`,
    '  ',
  );
  if (fact.id) terminal.line(paint.dim(`${say('Uppgiftens id', 'Id of the fact')}: ${fact.id}`));
  showDifference(session, recording);
  terminal.heading(
    dryRun ? say('Då agerar härnäst', 'Then who acts next') : say('Vem agerar härnäst', 'Who acts next'),
  );
  if (actions.length === 0) terminal.line(say('Ingen väntas göra något.', 'Nobody is awaited.'));
  else terminal.line(actionTable(actions, { library, language, paint, asOf: session.today, ofOneCase: true }));
}

function showDifference(session: Session, { diff, conflicts }: Accepted): void {
  const { terminal } = session;
  const { say, paint, language } = terminal;
  const library = session.library();
  const nameOf = ({ process, instance }: Pick<NextActionView, 'process' | 'instance'>) =>
    numbered(processName(library, language, process), instance, language);
  const title = (step: Pick<NextActionView, 'process' | 'instance' | 'state'>) =>
    `${nameOf(step)}: ${actionTitle(library, language, step.process, step.state)}`;
  for (const { process, instance, from, to } of diff.moved) {
    const names = (states: readonly string[]) =>
      states.map((state) => stateTitle(library, language, process, state)).join(', ');
    const { left, entered } = moved(from, to);
    const change = [names(left), names(entered)].filter(Boolean).join(' → ');
    terminal.text(`  ${nameOf({ process, instance })}: ${change}`, '    ');
  }
  for (const step of diff.closed) terminal.text(`${paint.green('✓')} ${title(step)}`, '    ');
  for (const step of diff.opened)
    terminal.text(
      `${paint.cyan('+')} ${title(step)}${step.due ? ` (${words[language].dueBy(step.due)})` : ''}`,
      '    ',
    );
  for (const { due, party, ...step } of diff.changed) {
    const undated = say('utan datum', 'no date');
    const whose =
      party.from === party.to
        ? ''
        : `, ${partyName(party.from as Party, language)} → ${partyName(party.to as Party, language)}`;
    terminal.text(`${paint.yellow('~')} ${title(step)}: ${due.from ?? undated} → ${due.to ?? undated}${whose}`, '    ');
  }
  for (const { type, on } of conflicts)
    terminal.text(`${paint.red('!')} ${words[language].laterFact(type, on)}`, '    ');
}
