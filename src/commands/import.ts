import { accessSync, constants, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Command } from 'commander';
import type { RowOutcome } from '../takeover/take-over.js';
import { type Exit, exit } from './exit.js';
import { counting } from './progress.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';
import { UsageError } from './usage-error.js';

interface Asked {
  kommun: string;
  mapping?: string;
  withMissing?: boolean;
  failed?: string;
  batch: string;
  dryRun?: boolean;
}

/** `etapp import`: a caseload from a spreadsheet. */
export const importVerb = ({ say, read, perform, examples }: Setting): Command =>
  new Command('import')
    .description(say('ta över ärenden från ett kalkylblad', 'take over cases from a spreadsheet'))
    .argument('<file>', say('kalkylbladet, sparat som CSV', 'the spreadsheet, saved as CSV'))
    .requiredOption('--kommun <code>', say('kommunens kod, fyra siffror', 'the code of the municipality'), read.kommun)
    .option(
      '--mapping <file>',
      say('YAML-fil med egna kolumnnamn och ord', 'YAML file with own column names and words'),
    )
    .option(
      '--with-missing',
      say(
        'registrera också det som måste ha hänt, märkt som uppgivet i efterhand',
        'record what must have happened too, marked as told afterwards',
      ),
    )
    .option('--failed <file>', say('skriv de rader som avvisas till en fil', 'write the refused rows to a file'))
    .option(
      '--batch <name>',
      say('skiljer filer åt med samma referenser', 'tells files with the same references apart'),
      '',
    )
    .option('--dry-run', say('visa bara vad som skulle hända', 'only show what would happen'))
    .addHelpText(
      'after',
      examples(
        'import arenden.csv --kommun 0763 --dry-run',
        'import arenden.csv --kommun 0763 --with-missing --failed ratta.csv',
      ),
    )
    .action((file: string, asked: Asked) => perform((session) => takeOverFile(session, file, asked)));

async function takeOverFile(session: Session, file: string, asked: Asked): Promise<Exit> {
  const { terminal } = session;
  const { UnusableFile } = await import('../takeover/unusable-file.js');
  try {
    checkFailed(file, asked.failed);
    const { sheet, mapping, outcomes } = await carriedOut(session, file, asked);
    const refused = outcomes.some(({ status }) => status === 'refused');
    if (asked.failed !== undefined && refused) {
      const { refusedRows } = await import('../takeover/refused-rows.js');
      writeFileSync(asked.failed, refusedRows(sheet, outcomes, { ...mapping, language: terminal.language }));
    }
    tell(session, outcomes, asked);
    return refused ? exit.refused : exit.done;
  } catch (error) {
    throw error instanceof UnusableFile ? new UsageError(error.says) : error;
  }
}

/** Before anything is taken over: afterwards it would be too late to find that the refused rows cannot be kept. */
function checkFailed(file: string, failed: string | undefined): void {
  if (failed === undefined) return;
  const says = { sv: `Det går inte att skriva ${failed}.`, en: `${failed} cannot be written.` };
  if (resolve(failed) === resolve(file)) throw new UsageError(says);
  try {
    accessSync(dirname(resolve(failed)), constants.W_OK);
  } catch {
    throw new UsageError(says);
  }
}

async function carriedOut(session: Session, file: string, asked: Asked) {
  const { terminal, clock, viewer } = session;
  const { readSpreadsheet } = await import('../takeover/spreadsheet.js');
  const { readMapping } = await import('../takeover/mapping.js');
  const { takeOver } = await import('../takeover/take-over.js');
  const sheet = readSpreadsheet(file);
  const mapping = readMapping(asked.mapping);
  const bar = counting(terminal, { sv: 'rader', en: 'rows' });
  try {
    const { kommun, batch, withMissing = false, dryRun = false } = asked;
    const progress = (done: number) => bar.update(done, sheet.rows.length);
    const given = { library: session.library(), clock, viewer, kommun, mapping, batch, withMissing, dryRun, progress };
    return { sheet, mapping, outcomes: await takeOver(await session.store(), sheet, given) };
  } finally {
    bar.stop();
  }
}

function tell({ terminal }: Session, outcomes: readonly RowOutcome[], { dryRun = false, failed }: Asked): void {
  const { say, paint, language } = terminal;
  const count = (status: RowOutcome['status']) => outcomes.filter((row) => row.status === status).length;
  const summary = {
    rows: outcomes.length,
    opened: count('opened'),
    already: count('already'),
    refused: count('refused'),
  };
  if (terminal.json) return terminal.document({ dryRun, ...summary, outcomes });
  for (const { line, status, case: id, facts, afterwards, problems } of outcomes) {
    const row = say(`Rad ${line}`, `Row ${line}`);
    if (status === 'already')
      terminal.text(paint.dim(`= ${row}: ${say('redan övertagen', 'taken over already')}, ${id ?? ''}`));
    if (status === 'opened') {
      const forgotten =
        afterwards.length === 0
          ? ''
          : ` + ${afterwards.length} ${say('i efterhand', 'afterwards')} (${afterwards.join(', ')})`;
      const opened = id ?? say('skulle öppnas', 'would be opened');
      terminal.text(`${paint.green('✓')} ${row}: ${opened}, ${facts} ${say('uppgifter', 'facts')}${forgotten}`, '    ');
    }
    for (const { column, says } of problems)
      terminal.text(`${paint.red('✗')} ${row}${column === null ? '' : `, ${column}`}: ${says[language]}`, '    ');
  }
  terminal.line();
  terminal.text(
    say(
      `${summary.rows} rader: ${summary.opened} ${dryRun ? 'skulle öppnas' : 'öppnade'}, ${summary.already} redan övertagna, ${summary.refused} avvisade.`,
      `${summary.rows} rows: ${summary.opened} ${dryRun ? 'would be opened' : 'opened'}, ${summary.already} taken over already, ${summary.refused} refused.`,
    ),
  );
  if (failed !== undefined && summary.refused > 0)
    terminal.text(
      say(
        `De avvisade raderna står i ${failed}. Rätta dem där och kör den filen.`,
        `The refused rows are in ${failed}. Correct them there and run that file.`,
      ),
    );
}
