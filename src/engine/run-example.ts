/** Runs one example and tells what did not hold. The walked branches of all examples are the coverage of the law. */
import type { PlainDate, Subject } from '../../machines/grammar/index.js';
import { judge } from './advance.js';
import type { Agreement } from './agreement.js';
import type { Example, ExpectedAction, FactStep, ThenStep } from './example.js';
import { type CasePosition, fold } from './fold.js';
import { computedDate } from './position.js';
import type { StatuteBook } from './law/statute-book.js';
import { nextActions } from './next-actions.js';
import type { Registry } from './registry.js';
import type { Fact, NextAction } from './types.js';

export interface ExampleContext {
  registry: Registry;
  book: StatuteBook;
  agreements: readonly Agreement[];
  /** Finds `process/id`, for `after`. */
  find(id: string): Example | undefined;
}

export interface ExampleRun {
  failures: string[];
  /** Every move of the example's last position, and of every `then`: what it walks. */
  positions: CasePosition[];
}

export function runExample(example: Example, context: ExampleContext): ExampleRun {
  const run: ExampleRun = { failures: [], positions: [] };
  const facts = inherited(example, context);
  for (const step of example.steps) {
    if ('then' in step) checkThen(step, facts, example, context, run);
    else record(step, facts, example, context, run);
  }
  const last = facts.at(-1)?.on;
  if (last) run.positions.push(fold(subjectOf(example, context), facts, { ...context, asOf: last }));
  return run;
}

/** What kind of case an example is about: that of the process whose facts it states, or whose example it continues. */
function subjectOf({ steps, after }: Example, context: ExampleContext): Subject {
  for (const step of steps) {
    const process = 'fact' in step ? context.registry.facts.get(step.fact)?.process : undefined;
    const subject = process && context.registry.process(process)?.subject;
    if (subject) return subject;
  }
  const former = after && context.find(after);
  return former ? subjectOf(former, context) : 'deltagare';
}

/** The facts of the examples that come first, their refused ones left out. */
function inherited(example: Pick<Example, 'after'>, context: Pick<ExampleContext, 'registry' | 'find'>): Fact[] {
  if (!example.after) return [];
  const former = context.find(example.after);
  if (!former) throw new Error(`No example ${example.after}.`);
  const facts = inherited(former, context);
  for (const step of former.steps)
    if ('fact' in step && !step.refused) facts.push(factOf(step, facts, context.registry));
  return facts;
}

/** The facts that an example, `process/id`, leaves behind; those of the examples that come first are among them. */
export const factsAfter = (id: string, context: Pick<ExampleContext, 'registry' | 'find'>): Fact[] =>
  inherited({ after: id }, context);

function factOf(step: FactStep, facts: readonly Fact[], registry: Registry): Fact {
  const seq = facts.length + 1;
  const party = step.by ?? registry.facts.get(step.fact)?.definition.by[0] ?? 'kommun';
  return {
    id: `example-${seq}`,
    case: 'example',
    seq,
    type: step.fact,
    on: step.on,
    by: { party },
    data: step.data ?? {},
    recordedAt: `${step.on}T12:00:00Z`,
    recordedBy: 'example',
  };
}

function record(step: FactStep, facts: Fact[], example: Example, context: ExampleContext, run: ExampleRun): void {
  const fact = factOf(step, facts, context.registry);
  const outcome = judge({ subject: subjectOf(example, context), facts }, fact, { ...context, asOf: step.on });
  if (!('refusal' in outcome)) {
    if (step.refused) run.failures.push(`${step.on} ${step.fact} togs emot, men skulle avvisas med ${step.refused}`);
    else facts.push(fact);
    return;
  }
  const { slug, limits } = outcome.refusal;
  if (step.refused !== slug)
    run.failures.push(`${step.on} ${step.fact} avvisades: ${slug} ${outcome.refusal.problems.join('; ')}`);
  const cited = limits.flatMap((limit) => limit.reckoned?.rules.map((rule) => rule.citation) ?? []);
  if (step.limit && !cited.includes(step.limit as never))
    run.failures.push(
      `${step.on} ${step.fact}: ingen gräns enligt ${step.limit}, utan ${cited.join(', ') || 'ingen alls'}`,
    );
}

function checkThen(
  step: ThenStep,
  facts: readonly Fact[],
  example: Example,
  context: ExampleContext,
  run: ExampleRun,
): void {
  const position = fold(subjectOf(example, context), facts, { ...context, asOf: step.then });
  run.positions.push(position);
  const agreements = context.agreements.filter((a) => a.id === example.agreement);
  const owed = nextActions(position, { book: context.book, agreements });
  for (const expected of step.owed ?? []) run.failures.push(...compare(expected, owed, step.then));
  for (const [process, state] of Object.entries(step.in ?? {})) {
    const leaves = position.positions.find((p) => p.process.id === process)?.leaves.map((l) => l.state) ?? [];
    if (!leaves.includes(state))
      run.failures.push(`${step.then} ${process} står i ${leaves.join(', ') || 'inget'}, väntat ${state}`);
  }
  for (const [key, expected] of Object.entries(step.dates ?? {}))
    run.failures.push(...compareDate(key, expected, position, context.book));
  for (const key of step.not ?? [])
    if (owed.some((a) => `${a.process}/${a.state}` === key))
      run.failures.push(`${step.then} ${key} väntas, men skulle inte göra det`);
}

function compareDate(
  key: string,
  expected: NonNullable<ThenStep['dates']>[string],
  position: CasePosition,
  book: StatuteBook,
): string[] {
  const [process, name = ''] = key.split('/');
  const of = position.positions.find((p) => p.process.id === process);
  const reckoned = of && computedDate(of.process, name, of.snapshot, position.asOf, book);
  const actual: Record<string, unknown> = { ...reckoned, other: reckoned?.otherReading?.date };
  return Object.entries(expected)
    .filter(([field, value]) => actual[field] !== value)
    .map(([field, value]) => `${position.asOf} ${key}: ${field} är ${String(actual[field])}, väntat ${String(value)}`);
}

function compare(expected: ExpectedAction, owed: readonly NextAction[], on: PlainDate): string[] {
  const action = owed.find((a) => a.process === expected.process && a.state === expected.state);
  const at = `${on} ${expected.process}/${expected.state}`;
  if (!action) {
    const there = owed.filter((a) => a.process === expected.process).map((a) => a.state);
    return [`${at} väntas inte; det gör ${there.join(', ') || 'inget'}`];
  }
  const actual: Record<string, unknown> = {
    ...action,
    due: action.due.date,
    kind: action.due.kind,
    certainty: action.due.certainty,
  };
  return Object.entries(expected)
    .filter(([name, value]) => actual[name] !== value)
    .map(([name, value]) => `${at}: ${name} är ${String(actual[name])}, väntat ${String(value)}`);
}
