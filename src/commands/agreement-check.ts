import { Command } from 'commander';
import type { PlainDate } from '../../machines/grammar/index.js';
import type { Agreement } from '../engine/agreement.js';
import { coverage } from '../engine/coverage/coverage.js';
import { severities, type Severity } from '../engine/coverage/severity.js';
import { LibraryError, type Library, loadAgreement } from '../library/library.js';
import { readYaml } from '../library/yaml-file.js';
import { actionTitle } from '../presentation/names-of-things.js';
import { type Exit, exit } from './exit.js';
import { type FindingGroup, grouped } from './finding-groups.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';
import { pointNames, severityWords, whenText } from './verdict-words.js';

interface Asked {
  asOf?: PlainDate;
  most: number;
}

/** `etapp agreement check`: what is wrong in the file, and what is left to answer, with lines. */
export const agreementCheck = ({ say, read, perform, examples }: Setting): Command =>
  new Command('check')
    .description(say('vad som är fel i filen och vad som återstår', 'what is wrong in the file and what is left'))
    .argument('<file>', say('överenskommelsens YAML-fil', "the agreement's YAML file"))
    .option('--as-of <date>', say('med lagen den här dagen', 'with the law on this day'), read.day)
    .option('--most <count>', say('så många att ta itu med nu', 'so many to deal with now'), read.number(1, 10_000), 10)
    .addHelpText(
      'after',
      examples('agreement check malmo/2026-lok.yaml', 'agreement check malmo/2026-lok.yaml --most 500'),
    )
    .action((file: string, asked: Asked) => perform((session) => check(session, file, asked)));

/** A finding with the line of the clause that answers, or would. */
interface Placed extends FindingGroup {
  line: number;
}

function check(session: Session, file: string, { asOf = session.today, most }: Asked): Exit {
  const { terminal } = session;
  const library = session.library();
  const agreement = loadAgreement(file, library);
  const { registry, book, requirements } = library;
  // A draft is held against the law of the day as if it were in force.
  const day = asOf < agreement.valid.from ? agreement.valid.from : asOf;
  const { findings, matrix } = coverage(agreement, { asOf: day, registry, book, requirements });
  const left = placed(grouped(findings.filter(({ severity }) => severity !== 'low')), agreement, file);
  const lighter = findings.filter(({ severity }) => severity === 'low').length;
  if (terminal.json)
    terminal.document({
      file,
      agreement: agreement.id,
      asOf: day,
      steps: matrix.filter(({ points }) => points.P4 !== 'not_applicable').length,
      left,
      lighter,
    });
  else show(session, { file, library, left, lighter, most });
  return left.length > 0 ? exit.findings : exit.done;
}

/** In the order to take them: what weighs most first, then as the file has them. */
function placed(groups: readonly FindingGroup[], agreement: Agreement, file: string): Placed[] {
  const yaml = readYaml(file);
  if (yaml.errors.length > 0) throw new LibraryError(yaml.errors);
  const lineFor = ({ process, state, clause }: FindingGroup): number => {
    const at = agreement.clauses.findIndex(({ id, step }) => (clause ? id === clause : step === `${process}/${state}`));
    return yaml.lineOf(at < 0 ? ['clauses'] : ['clauses', at]).line;
  };
  const weight = ({ severity }: { severity: Severity }) => -severities.indexOf(severity);
  return groups
    .map((group) => ({ ...group, points: group.points.toSorted(), line: lineFor(group) }))
    .sort((a, b) => weight(a) - weight(b) || a.line - b.line);
}

interface Shown {
  file: string;
  library: Library;
  left: readonly Placed[];
  lighter: number;
  most: number;
}

function show({ terminal }: Session, { file, library, left, lighter, most }: Shown): void {
  const { say, paint, language } = terminal;
  for (const one of left.slice(0, most)) {
    const { process, state, points, says, severity, line, when } = one;
    const action = actionTitle(library, language, process, state);
    terminal.text(`${file}:${line}  ${paint.bold(`${process}/${state}`)}${whenText(when)} ${action}`, '    ');
    terminal.text(`    ${severityWords[language][severity]}: ${pointNames(points, language)}. ${says}`, '    ');
  }
  if (left.length > 0) terminal.line();
  terminal.text(summary(left.length, Math.min(most, left.length), say));
  if (lighter > 0)
    terminal.text(
      paint.dim(
        say(
          `${lighter} mindre anmärkningar visas av «etapp coverage ${file}»; de hindrar inget.`,
          `${lighter} lighter remarks are shown by “etapp coverage ${file}”; they hinder nothing.`,
        ),
      ),
    );
}

const summary = (left: number, shown: number, say: Session['terminal']['say']): string =>
  left === 0
    ? say('Filen går att använda, och varje steg har svar.', 'The file can be used, and every step is answered.')
    : say(
        `Filen går att använda. ${left} saker återstår att svara på; ${shown} visas, viktigast först.`,
        `The file can be used. ${left} things are left to answer; ${shown} are shown, the weightiest first.`,
      );
