/**
 * An agreement held against the generated paths: for each step that somebody can come to, the six points and a time.
 * Every finding carries the shortest path that leads there.
 */
import type { PlainDate, Process, Step } from '../../../machines/grammar/index.js';
import { isStep } from '../../../machines/grammar/index.js';
import type { Party } from '../../../machines/parties.js';
import { type Agreement, type DefectKind, agreementInForce, appliesTo, clausesFor, unitOf } from '../agreement.js';
import { amountOf, type StatuteBook } from '../law/statute-book.js';
import { type GeneratedPath, shortestTo } from '../paths.js';
import type { Registry, StateEntry } from '../registry.js';
import type { Requirements } from '../requirements.js';
import { type Answer, answers, asked, type Asked, type Verdict } from './verdicts.js';
import { requirementsOf, severityOf, type Severity } from './severity.js';

export interface MatrixRow {
  process: string;
  state: string;
  /** Attributes for which this row holds, when the answer depends on them. */
  when?: Record<string, string[]>;
  owner: Party;
  unit: string | null;
  points: Record<Asked, Verdict>;
}

export interface Finding {
  process: string;
  state: string;
  when?: Record<string, string[]>;
  point: Asked;
  verdict: Verdict;
  severity: Severity;
  requirements: string[];
  clause: string | null;
  path: string[];
  says: string;
}

export interface CoverageReport {
  agreement: {
    id: string;
    kind: string;
    kommun: string;
    validFrom: PlainDate;
    validTo: PlainDate | null;
    source: string;
  };
  asOf: PlainDate;
  /** The agreement answers on the day at all. */
  inForce: boolean;
  checkedAgainst: string;
  matrix: MatrixRow[];
  findings: Finding[];
  admittedGaps: { ref: string; process: string | null; tidplan: string; overdue: boolean; says: string }[];
  defects: { kind: DefectKind; ref: string; says: string }[];
}

export interface CoverageOptions {
  asOf: PlainDate;
  registry: Registry;
  book: StatuteBook;
  requirements: Requirements;
}

/** A step for a group of cases that the agreement treats alike. */
interface Situation {
  entry: StateEntry;
  step: Step;
  attributes: Record<string, string>;
  when?: Record<string, string[]>;
  path: GeneratedPath | undefined;
}

export function coverage(agreement: Agreement, options: CoverageOptions): CoverageReport {
  const rows = options.registry.of('deltagare').flatMap((process) => situations(process, agreement, options));
  const judged = mergeAlike(rows.map((situation) => judge(situation, agreement, options)));
  const { kind, kommun, valid, source, id } = agreement;
  return {
    agreement: { id, kind, kommun: kommun.code, validFrom: valid.from, validTo: valid.to, source: source.title },
    asOf: options.asOf,
    inForce: agreementInForce(agreement, options.asOf),
    checkedAgainst: options.requirements.source.claim,
    matrix: judged.map(({ row }) => row),
    findings: judged.flatMap(({ findings }) => findings).sort(bySeverity),
    admittedGaps: agreement.development_areas.map((area) => ({
      ref: area.id,
      process: area.steps[0]?.split('/')[0] ?? null,
      tidplan: area.tidplan.text,
      overdue: area.tidplan.until < options.asOf,
      says: area.says,
    })),
    defects: defectsOf(agreement, options.asOf),
  };
}

/** The steps of a process, once per value of the attributes that the agreement makes a difference by. */
function situations(process: Process, agreement: Agreement, { asOf, registry, book }: CoverageOptions): Situation[] {
  const steps = [...registry.states.values()].filter((entry) => entry.process === process && isStep(entry.meta));
  const everyone = shortestTo(process, { on: asOf, book });
  const reach = (name: string, value: string) => shortestTo(process, { on: asOf, book, attributes: { [name]: value } });
  return steps.flatMap((entry): Situation[] => {
    const step = entry.meta as Step;
    const name = attributeThatMatters(agreement, entry.key);
    if (!name) return [{ entry, step, attributes: {}, path: everyone.get(entry.state) }];
    const reached = valuesOf(registry, name).filter((value) => reach(name, value).has(entry.state));
    return reached.map((value) => ({
      entry,
      step,
      attributes: { [name]: value },
      when: { [name]: [value] },
      path: reach(name, value).get(entry.state),
    }));
  });
}

const attributeThatMatters = (agreement: Agreement, step: string): string | undefined =>
  [
    ...agreement.clauses.filter((c) => c.step === step),
    ...agreement.development_areas.filter((a) => a.steps.includes(step)),
  ]
    .flatMap((item) => Object.keys(item.when ?? {}))
    .at(0);

const valuesOf = (registry: Registry, attribute: string): readonly string[] => {
  const field = [...registry.facts.values()].find((f) => f.definition.attributes?.includes(attribute))?.definition.data[
    attribute
  ];
  return field?.kind === 'code' ? field.values : [];
};

interface Judged {
  row: MatrixRow;
  findings: Finding[];
}

function judge(situation: Situation, agreement: Agreement, options: CoverageOptions): Judged {
  const { entry, step, attributes, when, path } = situation;
  const { book, asOf } = options;
  const clause = clausesFor(agreement, entry.key, attributes).find(
    (c) => c.who !== undefined && appliesTo(c, attributes),
  );
  const unit = unitOf(agreement, clause?.who);
  const inLaw = path !== undefined && basisInForce(step, book, asOf);
  const given = inLaw
    ? answers({ agreement, entry, attributes, owner: lawOwner(step), hard: hardLength(step, book, asOf), asOf })
    : notInLaw(asOf);
  const row: MatrixRow = {
    process: entry.process.id,
    state: entry.state,
    ...(when && { when }),
    owner: unit && step.owner === 'enligtOverenskommelse' ? unit.party : (lawOwner(step) ?? step.otherwise ?? 'kommun'),
    unit: unit?.id ?? null,
    points: Object.fromEntries(asked.map((point) => [point, given[point].verdict])) as MatrixRow['points'],
  };
  const findings = asked.flatMap((point) => finding(point, given[point], situation, row, options));
  return { row, findings };
}

function finding(
  point: Asked,
  answer: Answer,
  { entry, step, path }: Situation,
  row: MatrixRow,
  options: CoverageOptions,
): Finding[] {
  if (['covered', 'covered_elsewhere', 'not_applicable'].includes(answer.verdict)) return [];
  const requirements = requirementsOf(options.requirements, entry.key, point, options.asOf);
  const severity = severityOf(answer.verdict, point, step, requirements);
  if (!severity) return [];
  const { process, state, when } = row;
  return [
    {
      process,
      state,
      ...(when && { when }),
      point,
      verdict: answer.verdict,
      severity,
      requirements: requirements.map((r) => r.id),
      clause: answer.ref,
      path: path?.facts ?? [],
      says: answer.says,
    },
  ];
}

/** Routes that the agreement treats alike become one row. */
function mergeAlike(judged: readonly Judged[]): Judged[] {
  const first = new Map<string, MatrixRow>();
  return judged.filter(({ row }) => {
    const key = JSON.stringify([row.process, row.state, row.unit, row.points]);
    const twin = first.get(key);
    if (!twin) first.set(key, row);
    if (!twin?.when || !row.when) return true;
    for (const [name, values] of Object.entries(row.when)) twin.when[name]?.push(...values);
    return false;
  });
}

const lawOwner = (step: Step): Party | undefined => (step.owner === 'enligtOverenskommelse' ? undefined : step.owner);

const basisInForce = (step: Step, book: StatuteBook, on: PlainDate): boolean =>
  step.basis.startsWith('R') || book.inForce(step.basis, on);

function hardLength(step: Step, book: StatuteBook, on: PlainDate) {
  if (!('within' in step.deadline)) return undefined;
  const { rule, period } = book.deadline(step.deadline.within, on);
  const length = amountOf(period.entry);
  const from = [step.deadline.from].flat()[0];
  return rule.kind === 'hard' && length && from && period.entry.none === undefined ? { length, from } : undefined;
}

const notInLaw = (asOf: PlainDate): Record<Asked, Answer> =>
  Object.fromEntries(
    asked.map((point) => [point, { verdict: 'not_applicable', ref: null, says: `Steget finns inte i lagen ${asOf}.` }]),
  ) as Record<Asked, Answer>;

function defectsOf(agreement: Agreement, asOf: PlainDate): CoverageReport['defects'] {
  const passed = agreement.development_areas.filter((area) => area.tidplan.until < asOf);
  return [
    ...agreement.defects.map(({ kind, ref, says }) => ({ kind, ref: [ref].flat().join(', '), says })),
    ...passed.map((area) => ({
      kind: 'tidplan-passed' as const,
      ref: area.id,
      says: `Tidplan: ${area.tidplan.text}. ${area.says}`,
    })),
  ];
}

const rank: Record<Severity, number> = { high: 0, medium: 1, low: 2 };
const bySeverity = (a: Finding, b: Finding): number => rank[a.severity] - rank[b.severity];
