/** What went wrong, told for people on standard error or as one problem document, and what the program ends with. */
import { CommanderError } from 'commander';
import { ConfigError } from '../config.js';
import type { Said } from '../http/problems.js';
import { type DataError, type Library, LibraryError } from '../library/library.js';
import type { NextActionView } from '../next-actions/action-view.js';
import { actionTable } from './action-table.js';
import { type Exit, exit } from './exit.js';
import { complaint } from './help.js';
import { tellMissing } from './missing-facts.js';
import { Refused } from './refused.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** Tells of a failure. `library` gives the words for refusals; without it none can have come about. */
export async function reportFailure(error: unknown, terminal: Terminal, library?: () => Library): Promise<Exit> {
  const wrong = wrongUsage(error, terminal);
  if (wrong) return tellUsage(wrong, terminal);
  if (error instanceof Refused) return tellRefused(error, terminal);
  return library ? tellProblem(error, terminal, library()) : tellFault(error, terminal);
}

interface Wrong {
  says: Said;
  /** Every fault of a data file, with its place. */
  errors?: readonly DataError[];
}

function wrongUsage(error: unknown, { language }: Terminal): Wrong | undefined {
  if (error instanceof UsageError) return { says: error.says };
  if (error instanceof CommanderError) {
    const said = error.code === 'commander.help' ? NO_VERB[language] : complaint(error.message, language);
    return { says: { sv: said, en: said } };
  }
  if (error instanceof ConfigError) return { says: { sv: error.message, en: error.message } };
  if (error instanceof LibraryError) return { says: UNUSABLE, errors: error.problems };
  return undefined;
}

const NO_VERB: Said = { sv: 'Säg vad som ska göras.', en: 'Say what to do.' };
const UNUSABLE: Said = { sv: 'Det som står i filen går inte att använda.', en: 'What the file says cannot be used.' };

function tellUsage({ says, errors = [] }: Wrong, terminal: Terminal): Exit {
  const { say, alarm } = terminal;
  if (terminal.json) {
    const title = say('Det gick inte att följa kommandot', 'The command cannot be followed');
    const listed = errors.map(({ file, line, path, problem, nearest }) => ({
      file,
      line,
      path,
      detail: problem.sv,
      detailEn: problem.en,
      nearest: nearest ?? null,
    }));
    const document = {
      slug: 'wrong-usage',
      type: '/problem/wrong-usage',
      title,
      status: 400,
      detail: says.sv,
      detailEn: says.en,
    };
    terminal.document({ ...document, ...(listed.length > 0 && { errors: listed }) });
  }
  terminal.note(`${alarm.red(say('Fel:', 'Error:'))} ${say(says.sv, says.en)}`, '  ');
  for (const { file, line, problem, nearest } of errors) {
    const hint = nearest === undefined ? '' : say(` Menade du «${nearest}»?`, ` Did you mean “${nearest}”?`);
    terminal.note(`${file}:${line}  ${say(problem.sv, problem.en)}.${hint}`, '  ');
  }
  if (errors.length === 0)
    terminal.note(say('Hjälp: etapp --help eller etapp VERB --help', 'Help: etapp --help or etapp VERB --help'));
  return exit.usage;
}

function tellRefused({ slug, says: { title, detail } }: Refused, terminal: Terminal): Exit {
  const { language, alarm } = terminal;
  if (terminal.json)
    terminal.document({
      slug,
      type: `/problem/${slug}`,
      title: title.sv,
      status: 409,
      detail: detail.sv,
      detailEn: detail.en,
    });
  terminal.note(`${alarm.red('✗')} ${alarm.bold(title[language])}`);
  terminal.note(`  ${detail[language]}`, '  ');
  return exit.refused;
}

async function tellProblem(error: unknown, terminal: Terminal, library: Library): Promise<Exit> {
  const { problemDocument } = await import('../http/problem-document.js');
  const { problemKind } = await import('../http/problems.js');
  const problem = problemDocument(error, '', library);
  const slug = problem.type.replace('/problem/', '') as Parameters<typeof problemKind>[0];
  if (slug === 'internal') return tellFault(error, terminal);
  const { instance: _, ...document } = problem;
  if (terminal.json) terminal.document({ slug, ...document });
  const { say, alarm } = terminal;
  terminal.note(`${alarm.red('✗')} ${alarm.bold(problemKind(slug)[terminal.language])}`);
  terminal.note(`  ${say(problem.detail, problem.detailEn)}`, '  ');
  tellWhoseTurn(problem.refusal?.awaited ?? [], terminal, library);
  tellMissing(problem.refusal?.catchUp ?? [], {
    say,
    language: terminal.language,
    alarm,
    note: (text, indent) => terminal.note(text, indent),
  });
  // A database that cannot store is nobody's refusal: whatever runs this must see that something is wrong.
  return problem.status >= 500 ? exit.fault : exit.refused;
}

function tellWhoseTurn(awaited: readonly NextActionView[], terminal: Terminal, library: Library): void {
  if (awaited.length === 0) return;
  terminal.note(`\n${terminal.say('Det här väntas i stället', 'This is awaited instead')}:\n`);
  terminal.note(actionTable(awaited, { library, language: terminal.language, paint: terminal.alarm }));
}

function tellFault(error: unknown, terminal: Terminal): Exit {
  const { say, alarm } = terminal;
  const title = say('Något gick oväntat fel', 'Something went wrong unexpectedly');
  const what = error instanceof Error ? error.message : String(error);
  if (terminal.json) terminal.document({ type: '/problem/internal', title, status: 500, detail: what, detailEn: what });
  terminal.note(`${alarm.red('✗')} ${title}: ${what}`);
  if (error instanceof Error && error.stack) terminal.note(alarm.dim(error.stack.split('\n').slice(1).join('\n')));
  return exit.fault;
}
