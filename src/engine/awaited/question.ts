/** The ways in which a fact of a type could be stated on a day: one for each branch that its process tells apart. */
import type { PlainDate } from '../../../machines/grammar/index.js';
import { compareDays, effectiveFacts, inOrder, rankOf } from '../fact-log.js';
import type { CasePosition } from '../fold.js';
import type { Registry } from '../registry.js';
import { sampleData } from '../samples.js';
import type { Fact } from '../types.js';

/** What is asked: would a fact of this type be awaited on this day? `data` when the fact itself is known. */
export interface AwaitedQuestion {
  type: string;
  on: PlainDate;
  data?: Readonly<Record<string, unknown>> | undefined;
}

/** The facts that the fold takes before a new one of the type on the day. */
export function factsBefore(
  facts: readonly Fact[],
  { type, on }: AwaitedQuestion,
  registry: Registry,
  knownAt?: string,
): Fact[] {
  const rank = rankOf(type, registry);
  return inOrder(effectiveFacts(facts, knownAt), registry).filter(
    (fact) => compareDays(fact.on, on) < 0 || (fact.on === on && rankOf(fact.type, registry) <= rank),
  );
}

/** The facts that could be meant: the one with the data asked about, or each sample in each instance. */
export function candidateFacts(question: AwaitedQuestion, position: CasePosition, registry: Registry): Fact[] {
  const { type, on, data } = question;
  const entry = registry.facts.get(type);
  const process = entry && registry.process(entry.process);
  if (!entry || !process) return [];
  if (data) return [asFact(question, data, registry)];
  const samples = process.samples.filter((sample) => sample.type === type).map((sample) => sample.data ?? {});
  const stated = (samples.length > 0 ? samples : [{}]).map((sample) => sampleData(sample, on));
  const { instances } = process;
  if (!instances) return stated.map((sample) => asFact(question, sample, registry));
  const open = position.positions.filter((p) => p.process.id === process.id).map(({ instance }) => Number(instance));
  // The latest first, as people mostly speak of that one; then one more than there is.
  const which = [...open.reverse(), Math.max(0, ...open) + 1];
  return which.flatMap((key) =>
    stated.map((sample) => asFact(question, { ...sample, [instances.key]: key }, registry)),
  );
}

const asFact = ({ type, on }: AwaitedQuestion, data: Fact['data'], registry: Registry): Fact => ({
  id: 'asked',
  case: '',
  seq: Number.MAX_SAFE_INTEGER,
  type,
  on,
  by: { party: registry.facts.get(type)?.definition.by[0] ?? 'kommun' },
  data,
  recordedAt: '9999-12-31T00:00:00Z',
  recordedBy: '',
});
