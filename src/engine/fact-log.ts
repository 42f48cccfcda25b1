/** Which recorded facts count, and in which order: corrections applied, one canonical order whatever the order of arrival. */
import type { PlainDate } from '../../machines/grammar/index.js';
import type { Registry } from './registry.js';
import type { Fact } from './types.js';

/** The built-in fact that withdraws another: it never happened, or was recorded in the wrong case. */
export const WITHDRAWN = 'fakta.aterkallat';

/** The facts known at an instant, corrected facts replaced and withdrawn facts gone. */
export function effectiveFacts(facts: readonly Fact[], knownAt?: string): Fact[] {
  const known = knownAt === undefined ? facts : facts.filter((fact) => fact.recordedAt <= knownAt);
  const replaced = new Set(known.flatMap((fact) => fact.corrects ?? []));
  return known.filter((fact) => !replaced.has(fact.id) && fact.type !== WITHDRAWN);
}

/** The order of the fold: by day, then by the rank of the type in the catalogue, then by sequence. */
export function inOrder(facts: readonly Fact[], registry: Registry): Fact[] {
  const rank = (fact: Fact) => rankOf(fact.type, registry);
  return [...facts].sort((a, b) => compareDays(a.on, b.on) || rank(a) - rank(b) || a.seq - b.seq);
}

/** The place of a fact type among the facts of one day; unknown types come last. */
export const rankOf = (type: string, registry: Registry): number =>
  registry.facts.get(type)?.rank ?? Number.MAX_SAFE_INTEGER;

export const compareDays = (a: PlainDate, b: PlainDate): number => (a < b ? -1 : a > b ? 1 : 0);
