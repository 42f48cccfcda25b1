/** Who uses a provision: the links from the law to machines, agreements, examples and obligations. */
import { type Deadline, granskning, type Process } from '../../../machines/grammar/index.js';
import type { Agreement } from '../agreement.js';
import type { Example } from '../example.js';
import { oncePer } from '../once.js';
import type { Obligations } from '../obligations/obligation.js';
import type { Evidence } from '../verify/proof.js';
import type { WithoutStep } from '../law/law-data.js';
import { askedInCase, type Use } from './asked-by-machines.js';
import { citationsIn } from './citations-in.js';
import { exampleCases } from './example-cases.js';
import { type LawUse, lawUseKinds } from './law-use.js';

export type LawEvidence = Evidence & { obligations: Obligations };

/** Every use of every provision, by citation, in the order of `lawUseKinds`. Citations that nobody uses are missing. */
export const lawUses = oncePer(({ examples }: LawEvidence) => examples, usesIn);

function usesIn(evidence: LawEvidence): ReadonlyMap<string, readonly LawUse[]> {
  const found = new Map<string, Map<string, LawUse>>();
  const use: Use = (citation, one) => {
    const uses = found.get(citation) ?? new Map<string, LawUse>();
    found.set(citation, uses.set(`${one.kind} ${one.key}`, one));
  };
  const { registry, agreements, obligations, book } = evidence;
  for (const process of registry.processes) inEditions(process, use);
  inSteps(evidence, use);
  use(granskning.basis, { kind: 'step', key: `${granskning.process}/${granskning.state}` });
  for (const agreement of agreements) inClauses(agreement, use);
  for (const { number, sources } of obligations.obligations)
    for (const source of sources) use(source, { kind: 'obligation', key: String(number) });
  for (const { process, examples } of evidence.examples)
    for (const example of examples) inExample(process, example, use);
  for (const { position } of exampleCases(evidence)) askedInCase(position, book, use);
  const rank = ({ kind }: LawUse): number => lawUseKinds.indexOf(kind);
  return new Map(
    [...found].map(([citation, uses]) => [citation, [...uses.values()].sort((a, b) => rank(a) - rank(b))]),
  );
}

type Uses = ReadonlyMap<string, readonly LawUse[]>;
type Book = Pick<Evidence, 'book'>;

/** The provisions that no step, date, guard, clause, obligation or example uses, and that do not say why; in the order of the book. */
export const unusedLaw = ({ book }: Book, uses: Uses): string[] =>
  book.citations().filter((citation) => !uses.has(citation) && !book.find(citation).provision.without_step);

/** The provisions that say why no step rests on them, each with its reason, in the order of the book. */
export const lawWithoutStep = ({ book }: Book): { citation: string; without: WithoutStep }[] =>
  book.citations().flatMap((citation) => {
    const without = book.find(citation).provision.without_step;
    return without ? [{ citation, without }] : [];
  });

function inEditions({ id, editions }: Process, use: Use): void {
  for (const { basis } of editions) use(basis, { kind: 'process', key: id });
}

function inSteps({ registry }: Evidence, use: Use): void {
  for (const { key, meta } of registry.states.values()) {
    if (!meta || !('basis' in meta)) continue;
    use(meta.basis, { kind: 'step', key });
    for (const citation of citedBy(meta.deadline)) use(citation, { kind: 'deadline', key });
  }
}

const citedBy = (deadline: Deadline): string[] => {
  if ('within' in deadline) return [deadline.within];
  return 'promptly' in deadline ? [deadline.promptly] : [];
};

function inClauses({ id, clauses }: Agreement, use: Use): void {
  for (const clause of clauses)
    for (const citation of citationsIn(clause)) use(citation, { kind: 'clause', key: `${id}#${clause.id}` });
}

function inExample(process: string, { id, cites, steps }: Example, use: Use): void {
  const shown = steps.flatMap((step) =>
    'fact' in step ? (step.limit ?? []) : (step.owed ?? []).flatMap(({ basis }) => basis ?? []),
  );
  for (const citation of [...cites, ...shown]) use(citation, { kind: 'example', key: `${process}/${id}` });
}
