/** What another registry makes of the cases, in words. */
import type { Library } from '../library/library.js';
import { numbered } from '../presentation/numbered.js';
import type { CaseChange } from '../registry-changes/case-change.js';
import type { Move, Why } from '../registry-changes/moves.js';
import type { MoveReport } from '../registry-changes/registry-move.js';
import type { StepChange, StepTold } from '../registry-changes/step-changes.js';
import type { Terminal } from './terminal.js';

/** So many cases are told of; all of them are in the JSON. */
const SHOWN = 100;

/** An entry of the book, as it is told. */
export interface EntryTold {
  readonly seq: number;
  readonly kind: 'begun' | 'completed';
  readonly at: string;
  readonly doneBy: string;
  readonly fromVersions: Readonly<Record<string, number>>;
  readonly toVersion: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly contentHash: string;
}

export function showMoves(report: MoveReport, library: Library, terminal: Terminal): void {
  const { say, paint } = terminal;
  const { cases, registry, applied } = report;
  const { unchanged, changed, moved, unfit, failed } = report.counts;
  const touched = cases.filter(({ verdict }) => verdict !== 'unchanged');
  for (const change of touched.slice(0, SHOWN)) showCase(change, library, terminal);
  const more = touched.length - SHOWN;
  if (more > 0) terminal.line(say(`… och ${more} till (alla med --json)`, `… and ${more} more (all with --json)`));
  if (cases.length === 0)
    return terminal.text(
      say(
        `Alla ärenden är räknade med det som gäller (${registry.to}).`,
        `All cases are computed with what is in force (${registry.to}).`,
      ),
    );
  terminal.text(
    say(
      `${cases.length} ärenden, till ${registry.to}: ${unchanged} lika, ${changed} med andra steg eller dagar, ${moved} flyttade, ${unfit} med uppgifter som inte längre passar, ${failed} som inte går att räkna.`,
      `${cases.length} cases, to ${registry.to}: ${unchanged} unchanged, ${changed} with other steps or days, ${moved} moved, ${unfit} with facts that no longer fit, ${failed} that cannot be computed.`,
    ),
  );
  terminal.text(
    applied
      ? paint.green(
          say('Ärendena är omräknade och det är antecknat.', 'The cases are computed anew, and that is written down.'),
        )
      : say(
          'Ingenting är ändrat. Räkna om med: etapp migrate --apply',
          'Nothing was changed. Compute anew with: etapp migrate --apply',
        ),
  );
}

function showCase(change: CaseChange, library: Library, terminal: Terminal): void {
  const { say, paint, language } = terminal;
  const { verdict, known, fault } = change;
  const name = ({ process, instance }: Pick<Move, 'process' | 'instance'>) =>
    numbered(library.texts[language][process]?.name ?? process, instance);
  const title = ({ process, state }: { process: string; state: string }) =>
    library.texts[language][process]?.states[state]?.title ?? state;
  const step = (of: StepTold) =>
    `${name(of)}: ${title(of)} (${of.unit ?? of.party}, ${of.due ?? say('utan dag', 'no day')})`;
  terminal.text(paint.bold(`${change.case}  ${verdictWord(verdict, terminal)}`));
  if (fault) terminal.text(`  ${paint.red(fault)}`, '    ');
  if (!known)
    terminal.text(
      `  ${say('Var ärendet stod förut är inte sparat; bara stegen jämförs.', 'Where the case stood was not kept; only steps are compared.')}`,
      '    ',
    );
  for (const move of change.moved) {
    const states = (of: readonly string[]) =>
      of.map((state) => title({ process: move.process, state })).join(' + ') || '–';
    terminal.text(
      `  ${name(move)}: ${states(move.from)} → ${states(move.to)} (${whyWords(move.why, terminal)})`,
      '    ',
    );
  }
  for (const of of change.opened) terminal.text(`  + ${step(of)}`, '    ');
  for (const of of change.closed) terminal.text(`  − ${step(of)}`, '    ');
  for (const of of change.changed)
    terminal.text(`  ~ ${name(of)}: ${title(of)} (${differences(of, terminal)})`, '    ');
  for (const { seq, type, on, slug } of change.unfit)
    terminal.text(`  ! #${seq} ${type} ${on}: ${say('passar inte längre', 'no longer fits')} (${slug})`, '    ');
}

const verdictWord = (verdict: CaseChange['verdict'], { say }: Terminal): string =>
  ({
    unchanged: say('lika', 'unchanged'),
    changed: say('andra steg eller dagar', 'other steps or days'),
    moved: say('flyttat', 'moved'),
    unfit: say('uppgifter som inte längre passar', 'facts that no longer fit'),
    failed: say('går inte att räkna', 'cannot be computed'),
  })[verdict];

function whyWords(why: Why, { say }: Terminal): string {
  switch (why.kind) {
    case 'edition':
      return say(`utgåvan från ${why.to}, ${why.basis}`, `the edition from ${why.to}, ${why.basis}`);
    case 'unfit':
      return say(`${why.type} ${why.on} passar inte längre`, `${why.type} ${why.on} no longer fits`);
    case 'time':
      return say(`${why.type} infaller ${why.on}`, `${why.type} comes on ${why.on}`);
    case 'procedure':
      return say('gången är ändrad', 'the procedure has changed');
    case 'new-process':
      return say('processen är ny', 'the process is new');
    case 'gone-process':
      return say('processen finns inte längre', 'the process is no longer there');
  }
}

const differences = ({ due, party, unit, certainty }: StepChange, { say }: Terminal): string =>
  [due, party, unit, certainty]
    .filter(({ from, to }) => from !== to)
    .map(({ from, to }) => `${from ?? say('ingen', 'none')} → ${to ?? say('ingen', 'none')}`)
    .join('; ');

export function showHistory(entries: readonly EntryTold[], broken: readonly number[], terminal: Terminal): void {
  const { say, paint } = terminal;
  if (entries.length === 0) terminal.line(say('Ingenting har räknats om ännu.', 'Nothing has been computed anew yet.'));
  for (const { seq, kind, at, doneBy, fromVersions, toVersion, counts, contentHash } of entries) {
    const from = Object.entries(fromVersions).map(([version, cases]) => `${version} (${cases})`);
    const word = kind === 'begun' ? say('påbörjad', 'begun') : say('genomförd', 'carried through');
    const numbers = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
    terminal.text(`${seq}. ${at} ${word}, ${doneBy}: ${from.join(', ')} → ${toVersion}`, '   ');
    if (numbers.length > 0) terminal.text(`   ${numbers.join(', ')}; ${contentHash}`, '   ');
  }
  if (broken.length > 0)
    terminal.line(
      paint.red(say(`Ändrade anteckningar: ${broken.join(', ')}`, `Altered entries: ${broken.join(', ')}`)),
    );
}
