import { Command } from 'commander';
import type { Proof } from '../engine/verify/proof.js';
import type { VerifyReport } from '../engine/verify/verify.js';
import { verifyAll } from '../proofs/all-proofs.js';
import type { Library } from '../library/library.js';
import { type Exit, exit } from './exit.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';
import type { Terminal } from './terminal.js';

/** So many counterexamples of a proof are shown; all of them are in the JSON. */
const SHOWN = 10;

/** `etapp verify`: proofs over machines, law, texts, examples and agreements. */
export const verifyVerb = ({ say, perform, examples }: Setting): Command =>
  new Command('verify')
    .description(
      say(
        'bevisa egenskaper hos alla maskiner, lagen och överenskommelserna',
        'prove properties of all machines, the law and the agreements',
      ),
    )
    .addHelpText('after', examples('verify', 'verify --json > bevis.json'))
    .action(() => perform(prove));

function prove(session: Session): Exit {
  const { terminal } = session;
  const library = session.library();
  // Whoever watches a terminal sees that something happens; a log needs only the answer.
  const proofs = verifyAll(library, (name) => terminal.watched && terminal.note(`… ${name}`));
  const report = withAgreements(proofs, library);
  if (terminal.json) terminal.document(report);
  else show(report, terminal);
  return report.ok ? exit.done : exit.findings;
}

/** What the library has found wrong with agreements is a failed proof too. */
function withAgreements(report: VerifyReport, { agreements, problems }: Library): VerifyReport {
  const broken = new Set(problems.map(({ file }) => file));
  const proof: Proof = {
    name: 'varje överenskommelse går att läsa och nämner bara steg, enheter och uppgifter som finns',
    ok: problems.length === 0,
    checked: agreements.length + broken.size,
    counterexamples: problems.map(({ file, line, problem, nearest }) => ({
      process: '',
      path: [],
      says: `${file}:${line} ${problem.sv}.${nearest === undefined ? '' : ` Menade du «${nearest}»?`}`,
    })),
  };
  return { ...report, ok: report.ok && proof.ok, proofs: [...report.proofs, proof] };
}

function show({ ok, proofs, coverage }: VerifyReport, terminal: Terminal): void {
  const { say, paint } = terminal;
  for (const proof of proofs) showProof(proof, terminal);
  const { states, transitions, guardBranches, examples } = coverage;
  terminal.line();
  terminal.line(
    say(
      `${states} tillstånd, ${transitions} övergångar (${guardBranches} med villkor), ${examples} exempel.`,
      `${states} states, ${transitions} transitions (${guardBranches} guarded), ${examples} examples.`,
    ),
  );
  const failed = proofs.filter((proof) => !proof.ok).length;
  terminal.line(
    ok
      ? paint.green(say(`Alla ${proofs.length} bevis håller.`, `All ${proofs.length} proofs hold.`))
      : paint.red(
          say(`${failed} av ${proofs.length} bevis håller inte.`, `${failed} of ${proofs.length} proofs fail.`),
        ),
  );
}

function showProof({ name, ok, checked, counterexamples }: Proof, terminal: Terminal): void {
  const { say, paint } = terminal;
  const mark = ok ? paint.green('✓') : paint.red('✗');
  terminal.text(`${mark} ${name} ${paint.dim(say(`(${checked} prövade)`, `(${checked} checked)`))}`, '    ');
  for (const { process, path, says } of counterexamples.slice(0, SHOWN)) {
    terminal.text(`    ${process ? `${process}: ` : ''}${says}`, '      ');
    if (path.length > 0) terminal.text(`      ${say('väg', 'path')}: ${path.join(' → ')}`, '        ');
  }
  const more = counterexamples.length - SHOWN;
  if (more > 0)
    terminal.line(`    ${say(`… och ${more} till (alla med --json)`, `… and ${more} more (all with --json)`)}`);
}
