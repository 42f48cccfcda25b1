/** Why a fact is not awaited: where its process stands and what brought it there, limits, law, and what has happened already. */
import type { PlainDate, Reckoned, Subject } from '../../../machines/grammar/index.js';
import { enteredBy } from '../explanation/entered.js';
import type { CasePosition } from '../fold.js';
import { isTarget } from '../instances.js';
import type { LawError, StatuteBook } from '../law/statute-book.js';
import type { LeafPosition, Position } from '../position.js';
import type { PassedLimit, Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';

export type AwaitedReason =
  /** The process stands in a state that does not await it; `by` is the fact or the passed date that brought it there. */
  | {
      kind: 'stands';
      process: string;
      instance: string | null;
      state: string;
      since: PlainDate;
      final: boolean;
      by: { type: string; on: PlainDate; id: string | null } | null;
    }
  /** A guard failed: a date, or only its own sentence. */
  | ({ kind: 'limit' } & PassedLimit)
  /** A provision is not in force on the day, or the law gives no answer for it. */
  | { kind: 'law'; citation: string; since: PlainDate | null; repealed: PlainDate | null }
  /** It has happened already. */
  | { kind: 'happened'; type: string; on: PlainDate; id: string }
  | { kind: 'not-opened'; process: string }
  | { kind: 'closed' }
  | { kind: 'other-subject'; subject: Subject }
  /** A time fact: the day on which it comes or came. */
  | { kind: 'comes'; type: string; on: PlainDate; process: string; dateName: string; reckoned: Reckoned };

interface Known {
  registry: Registry;
  book: StatuteBook;
}

/** The reasons behind a refusal, the most telling first. */
export function reasonsOf(refusal: Refusal, position: CasePosition, known: Known): AwaitedReason[] {
  const process = known.registry.facts.get(refusal.type)?.process ?? '';
  const own = position.positions.filter((p) => p.process.id === process);
  const limits = refusal.limits.map((limit): AwaitedReason =>
    limit.citation === undefined ? { kind: 'limit', ...limit } : inForceReason(limit.citation, known.book),
  );
  const happened = position.applied.findLast(({ type, fact }) => fact && type === refusal.type);
  const came: AwaitedReason[] = happened?.fact
    ? [{ kind: 'happened', type: refusal.type, on: happened.on, id: happened.fact.id }]
    : [];
  const stands = own.flatMap((of) => of.leaves.map((leaf) => standing(position, of, leaf)));
  const unopened: AwaitedReason[] = own.length === 0 ? [{ kind: 'not-opened', process }] : [];
  const closed: AwaitedReason[] = refusal.slug === 'case-closed' ? [{ kind: 'closed' }] : [];
  return [...closed, ...limits, ...came, ...stands, ...unopened];
}

function standing(position: CasePosition, of: Position, leaf: LeafPosition): AwaitedReason {
  const { state, path, since } = leaf;
  const moves = position.applied.flatMap(({ type, on, fact, moves: all }) =>
    all.filter((move) => isTarget(of, move)).map(({ from, to }) => ({ type, on, id: fact?.id ?? null, from, to })),
  );
  const into = enteredBy(moves, leaf);
  const by = into ? { type: into.type, on: into.on, id: into.id } : null;
  const final = of.snapshot.status === 'done' || isFinal(of, path);
  return { kind: 'stands', process: of.process.id, instance: of.instance, state, since, final, by };
}

const isFinal = (of: Position, path: string): boolean =>
  of.snapshot._nodes.some(
    (node: { path: string[]; type: string }) => node.path.join('.') === path && node.type === 'final',
  );

const inForceReason = (citation: string, book: StatuteBook): AwaitedReason => {
  const { since, repealed = null } = book.find(citation);
  return { kind: 'law', citation, since, repealed };
};

/** The law itself did not answer for the day. */
export const lawReason = ({ citation }: LawError): AwaitedReason => ({
  kind: 'law',
  citation,
  since: null,
  repealed: null,
});
