import { existsSync, writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import type { PlainDate } from '../../machines/grammar/index.js';
import type { Agreement } from '../engine/agreement.js';
import { compareCoverage } from '../engine/coverage/compare.js';
import { coverage, type CoverageReport } from '../engine/coverage/coverage.js';
import { severities, type Severity } from '../engine/coverage/severity.js';
import { type Library, LibraryError, loadAgreement } from '../library/library.js';
import type { Document } from '../document/blocks.js';
import { pageOf } from '../document/page-writer.js';
import { wordFileOf } from '../document/word-file.js';
import { coverageDocument } from './coverage-document.js';
import { coverageLines } from './coverage-lines.js';
import { showComparison, type Side } from './comparison-lines.js';
import { type Exit, exit } from './exit.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';
import { UsageError, unknownName } from './usage-error.js';

interface Asked {
  asOf?: PlainDate;
  html?: string;
  docx?: string;
  failOn?: Severity;
  against?: string;
  againstAsOf?: PlainDate;
}

/** `etapp coverage`: an agreement against the generated paths. */
export const coverageVerb = ({ say, read, perform, examples }: Setting): Command =>
  new Command('coverage')
    .description(
      say('pröva en överenskommelse mot varje väg i lagen', 'hold an agreement against every path in the law'),
    )
    .argument('<agreement>', say('dess id, eller en YAML-fil', 'its id, or a YAML file'))
    .option(
      '--as-of <date>',
      say('med lagen den här dagen, annars i dag', 'with the law on this day, otherwise today'),
      read.day,
    )
    .addOption(
      new Option(
        '--html <file>',
        say('skriv rapporten som en webbsida också', 'write the report as a web page too'),
      ).conflicts('against'),
    )
    .addOption(
      new Option(
        '--docx <file>',
        say('skriv rapporten som ett Word-dokument också', 'write the report as a Word document too'),
      ).conflicts('against'),
    )
    .option(
      '--fail-on <severity>',
      say(
        'sluta med 4 vid brister från den här graden: low, medium, high',
        'end with 4 on findings from this severity: low, medium, high',
      ),
      read.oneOf(...severities),
    )
    .option(
      '--against <agreement>',
      say('jämför med en annan, id eller YAML-fil', 'compare with another, id or YAML file'),
    )
    .option(
      '--against-as-of <date>',
      say(
        'den andra med lagen den här dagen, annars samma dag',
        'the other with the law on this day, otherwise the same day',
      ),
      read.day,
    )
    .addHelpText(
      'after',
      examples(
        'coverage tingsryd/2019-lok',
        'coverage utkast.yaml --against tingsryd/2019-lok',
        'coverage utkast.yaml --fail-on high',
        'coverage tingsryd/2019-lok --html rapport.html --docx rapport.docx',
      ),
    )
    .action((agreement: string, asked: Asked) =>
      perform((session) => {
        const { against } = asked;
        return against === undefined ? cover(session, agreement, asked) : compare(session, agreement, against, asked);
      }),
    );

/** The first is what is to come, the other what there is. */
function compare(session: Session, name: string, against: string, { asOf = session.today, againstAsOf }: Asked): Exit {
  const { terminal } = session;
  const library = session.library();
  const { registry, book, requirements } = library;
  const side = (of: string, day: PlainDate): Side => ({ agreement: agreementOf(of, library), asOf: day });
  const [later, former] = [side(name, asOf), side(against, againstAsOf ?? asOf)];
  const report = ({ agreement, asOf: day }: Side) => coverage(agreement, { asOf: day, registry, book, requirements });
  const comparison = compareCoverage(report(former), report(later));
  if (terminal.json) {
    const shown = ({ agreement: { id }, asOf: day }: Side) => ({ agreement: id, asOf: day });
    terminal.document({ ...shown(later), against: shown(former), ...comparison });
  } else showComparison(comparison, { former, later }, library, terminal);
  return exit.done;
}

async function cover(
  session: Session,
  name: string,
  { asOf = session.today, html, docx, failOn }: Asked,
): Promise<Exit> {
  const { terminal } = session;
  const library = session.library();
  const agreement = agreementOf(name, library);
  const report = coverage(agreement, {
    asOf,
    registry: library.registry,
    book: library.book,
    requirements: library.requirements,
  });
  const document = (): Document => coverageDocument({ report, agreement, library, language: terminal.language });
  if (html !== undefined) writeReport(html, pageOf(document()), session);
  if (docx !== undefined) writeReport(docx, await wordFileOf(document()), session);
  if (terminal.json) terminal.document(report);
  else for (const { text, indent } of coverageLines(report, agreement, library, terminal)) terminal.text(text, indent);
  return failOn && severe(report, failOn) ? exit.findings : exit.done;
}

/** The agreement with the id, or in the file. Throws with everything that is wrong with it. */
function agreementOf(name: string, library: Library): Agreement {
  const found = library.agreements.find(({ id }) => id === name);
  if (found) return found;
  if (existsSync(name) || /\.ya?ml$/.test(name)) return loadAgreement(name, library);
  const broken = library.problems.filter(({ file }) => file === `machines/agreements/${name}.yaml`);
  if (broken.length > 0) throw new LibraryError(broken);
  throw unknownName(
    { sv: 'Överenskommelsen', en: 'agreement' },
    name,
    library.agreements.map(({ id }) => id),
  );
}

function writeReport(file: string, report: string | Uint8Array, { terminal }: Session): void {
  try {
    writeFileSync(file, report);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError({ sv: `Det gick inte att skriva ${file}: ${why}`, en: `Cannot write ${file}: ${why}` });
  }
  terminal.note(terminal.say(`Skrev ${file}`, `Wrote ${file}`));
}

const severe = ({ findings }: CoverageReport, from: Severity): boolean =>
  findings.some(({ severity }) => severities.indexOf(severity) >= severities.indexOf(from));
