import { Command } from 'commander';
import type { PlainDate } from '../../machines/grammar/index.js';
import { partyName, type Party } from '../../machines/parties.js';
import type { MissingToRecord, Recording } from '../cases/recording.js';
import { RefusedRecording } from '../cases/refused.js';
import { toldAfterwards } from '../presentation/told-afterwards.js';
import { actionTable } from './action-table.js';
import { differenceLines } from './difference-lines.js';
import { type Exit, exit } from './exit.js';
import { missingList, missingOn, statedMissing } from './missing-facts.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';
import { factLabel } from './texts.js';

interface Asked {
  on: PlainDate;
  by?: Party;
  unit?: string;
  data?: Record<string, unknown>;
  corrects?: string;
  reason?: string;
  withMissing?: boolean;
  missing?: MissingToRecord[];
  missingOn?: MissingToRecord[];
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
    .option(
      '--reason <code>',
      say('varför den rättas: fel-dag, fel-innehall …', 'why it is corrected: fel-dag, fel-innehall …'),
    )
    .option(
      '--with-missing',
      say(
        'registrera också det som saknas före, allt eller inget, märkt som uppgivet i efterhand',
        'record what is missing before it too, all or nothing, marked as told afterwards',
      ),
    )
    .option(
      '--missing <json>',
      say('det som saknas, med dagar och innehåll', 'what is missing, with days and data'),
      missingList(say),
    )
    .option(
      '--missing-on <type=date>',
      say('dagen för något som saknas; får upprepas', 'the day of something missing; may be repeated'),
      missingOn(say),
    )
    .option('--dry-run', say('visa bara vad som skulle hända', 'only show what would happen'))
    .addHelpText(
      'after',
      examples(
        'record 0763-26-0001 sfi.anmald --on 2026-11-02 --dry-run',
        `record 0763-26-0001 folkbokforing.registrerad --on 2026-10-01 --data '{"kommun":"0763"}'`,
        'record 0763-26-0001 sfi.anmald --on 2026-11-01 --corrects ID --reason fel-dag',
        'record 0763-26-0001 sfi.paborjad --on 2026-11-02 --with-missing --missing-on sfi.anmald=2026-10-12',
      ),
    )
    .action((caseId: string, type: string, asked: Asked) => perform((session) => record(session, caseId, type, asked)));

async function record(session: Session, caseId: string, type: string, asked: Asked): Promise<Exit> {
  const { terminal, viewer } = session;
  const { cases } = await session.services();
  const { on, by, unit, data, corrects, reason, dryRun = false, withMissing } = asked;
  const missing = statedMissing(asked.missing, asked.missingOn);
  const fact = { type, on, data, corrects, reason, by: by && { party: by, unit } };
  const recording = await cases.record(viewer, caseId, fact, { dryRun, withMissing, missing });
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
  for (const one of [...(recording.missing ?? []), fact]) {
    const { type, on, by, afterwards } = one;
    const label = paint.bold(factLabel(library, language, type));
    const told = toldAfterwards(afterwards, language);
    const what = `${label} (${type}) ${on}, ${partyName(by.party, language)}${told && ` – ${told}`}`;
    const done = dryRun ? say('Skulle registreras', 'Would be recorded') : say('Registrerat', 'Recorded');
    terminal.text(`${done}: ${what}`, '  ');
  }
  if (fact.id) terminal.line(paint.dim(`${say('Uppgiftens id', 'Id of the fact')}: ${fact.id}`));
  const lines = differenceLines(recording, library, terminal);
  if (lines.length === 0) terminal.line(say('Inget annat i ärendet ändras.', 'Nothing else in the case changes.'));
  for (const line of lines) terminal.text(line, '    ');
  terminal.heading(
    dryRun ? say('Då agerar härnäst', 'Then who acts next') : say('Vem agerar härnäst', 'Who acts next'),
  );
  if (actions.length === 0) terminal.line(say('Ingen väntas göra något.', 'Nobody is awaited.'));
  else terminal.line(actionTable(actions, { library, language, paint, asOf: session.today, ofOneCase: true }));
}
