import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import type { AuditFinding } from '../audit/audit-finding.js';
import type { AuditReport } from '../audit/audit.js';
import type { Head } from '../audit/heads.js';
import { type Exit, exit } from './exit.js';
import { counting } from './progress.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

interface Asked {
  case?: string;
  heads?: boolean;
  against?: string;
}

/** So many findings are shown; all of them are in the JSON. */
const SHOWN = 50;

/** `etapp audit`: everything that is stored, held against itself. */
export const auditVerb = ({ say, perform, examples }: Setting): Command =>
  new Command('audit')
    .description(
      say(
        'granska det lagrade: kedjorna av uppgifter, väntade steg och räknare',
        'audit what is stored: the chains of facts, owed steps and counters',
      ),
    )
    .option('--case <case>', say('bara ett ärende', 'one case only'))
    .option(
      '--heads',
      say(
        'skriv också varje kedjas slut, att anteckna på annat håll',
        'also print the end of each chain, to be noted elsewhere',
      ),
    )
    .option(
      '--against <file>',
      say(
        'jämför med slut som antecknats förut (etapp audit --heads --json)',
        'compare with ends noted before (etapp audit --heads --json)',
      ),
    )
    .addHelpText(
      'after',
      examples(
        'audit',
        'audit --case 0763-26-0001',
        'audit --heads --json > kedjor.json',
        'audit --against kedjor.json',
      ),
    )
    .action((asked: Asked) => perform((session) => audit(session, asked)));

async function audit(session: Session, { case: only, heads = false, against }: Asked): Promise<Exit> {
  const { terminal, viewer, today } = session;
  const anchors = against === undefined ? undefined : readHeads(against);
  const [{ Audit }, { CaseBook }] = await Promise.all([import('../audit/audit.js'), import('../cases/case-book.js')]);
  const { dataSource } = await session.store();
  const bar = counting(terminal, { sv: 'ärenden', en: 'cases' });
  const run = new Audit(dataSource, new CaseBook(session.library()));
  const report = await run.run(viewer, { today, case: only, anchors, progress: bar.update }).finally(bar.stop);
  const { heads: ends, ...rest } = report;
  if (terminal.json) terminal.document(heads ? report : { ...rest, heads: { digest: ends.digest } });
  else show(report, heads, terminal);
  return report.ok ? exit.done : exit.findings;
}

/** Heads as they were printed. Throws `UsageError` for a file that holds none. */
function readHeads(path: string): Map<string, Head> {
  try {
    const { heads } = JSON.parse(readFileSync(path, 'utf8')) as { heads: { cases: Head[] } };
    if (heads.cases.every(isHead)) return new Map(heads.cases.map((head) => [head.case, head]));
  } catch {
    // Told of below, like a file that holds something else.
  }
  throw new UsageError({
    sv: `${path} går inte att läsa. Filen ska vara svaret från etapp audit --heads --json.`,
    en: `${path} cannot be read. The file is to be the answer of etapp audit --heads --json.`,
  });
}

const isHead = (head: Partial<Head>): boolean =>
  typeof head.case === 'string' && Number.isInteger(head.seq) && typeof head.hash === 'string';

function show({ ok, asOf, cases, facts, kept, findings, heads }: AuditReport, all: boolean, terminal: Terminal): void {
  const { say, paint } = terminal;
  for (const finding of findings.slice(0, SHOWN)) terminal.text(line(finding, terminal), '    ');
  const more = findings.length - SHOWN;
  if (more > 0) terminal.line(say(`… och ${more} till (alla med --json)`, `… and ${more} more (all with --json)`));
  if (all) for (const { case: id, seq, hash } of heads.cases) terminal.line(`${id}  ${seq}  ${hash}`);
  terminal.text(
    say(
      `${asOf}: ${cases} ärenden med ${facts} uppgifter; väntade steg jämförda i ${kept.compared}, att räkna om i ${kept.outdated}.`,
      `${asOf}: ${cases} cases with ${facts} facts; owed steps compared in ${kept.compared}, to be computed anew in ${kept.outdated}.`,
    ),
  );
  terminal.line(`${say('Kedjornas slut', 'Ends of the chains')}: ${heads.digest}`);
  terminal.line(
    ok
      ? paint.green(say('Allt stämmer.', 'Everything holds.'))
      : paint.red(say(`${findings.length} fel funna.`, `${findings.length} faults found.`)),
  );
}

const line = ({ case: id, seq, says }: AuditFinding, { language, paint }: Terminal): string => {
  const where = [id, seq].filter((part) => part !== null).join(' #');
  return `${paint.red('✗')} ${where && `${where}: `}${says[language]}`;
};
