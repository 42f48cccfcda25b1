/** How a state answers a fact, branch by branch and guard by guard, without taking it. */
import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';
import type { InForce, LimitDates, NotLater, PlainDate } from '../../../machines/grammar/index.js';
import { calendar } from '../calendar/calendar.js';
import { lawOn, type LawOnDay } from '../law/law-on.js';
import type { StatuteBook } from '../law/statute-book.js';
import type { SampleEvent } from '../samples.js';
import { attempt, ownClocks, runningClocks } from '../space/clocks.js';
import type { Situation, StateSpace } from '../space/state-space.js';

/** What a guard declares beside being a function: what can explain that it refuses. */
type Declared = Partial<LimitDates & InForce & Pick<NotLater<never>, 'latest'> & { refuses: true }>;
type Guard = Declared & ((args: { context: unknown; event: SampleEvent }, params: unknown) => boolean);

const guardOf = (machine: AnyStateMachine, name: string): Guard | undefined =>
  machine.implementations.guards[name] as Guard | undefined;

/** The name of a branch's guard. Only named guards can be told of in a refusal. */
export const guardName = ({ guard }: AnyTransitionDefinition): string | undefined => {
  if (typeof guard === 'string') return guard;
  return typeof guard === 'object' ? (guard as { type: string }).type : undefined;
};

/** A guard that throws answers neither way; what throws is a counterexample of its own. */
type Answer = boolean | 'thrown';

function answer(branch: AnyTransitionDefinition, { snapshot }: Situation, event: SampleEvent): Answer {
  if (branch.guard === undefined) return true;
  const name = guardName(branch);
  const params: unknown = typeof branch.guard === 'object' ? (branch.guard as { params?: unknown }).params : undefined;
  try {
    const guard = name === undefined ? (branch.guard as unknown as Guard) : guardOf(snapshot.machine, name);
    return guard?.({ context: snapshot.context, event }, params) === true;
  } catch {
    return 'thrown';
  }
}

/** Whether a branch's guard holds by itself, whatever stands before it. */
export const holds = (branch: AnyTransitionDefinition, situation: Situation, event: SampleEvent): boolean =>
  answer(branch, situation, event) === true;

/** The state and those around it, the machine itself last. */
export const ways = (node: AnyStateNode): AnyStateNode[] => (node.parent ? [node, ...ways(node.parent)] : [node]);

const branchesFor = (leaf: AnyStateNode, type: string): AnyTransitionDefinition[] =>
  ways(leaf).flatMap((node) => node.transitions.get(type) ?? []);

/** Whether a leaf state takes a fact, itself or through a state around it. The machine itself only listens unless it moves. */
export const takes = (leaf: AnyStateNode, situation: Situation, event: SampleEvent): boolean =>
  branchesFor(leaf, event.type).some(
    (branch) => (branch.source.parent !== undefined || branch.target !== undefined) && holds(branch, situation, event),
  );

/** Whether a refusal by these branches tells why: a date that stands against, a provision not in force, a guard that is meant to refuse. */
export const explained = (leaf: AnyStateNode, space: StateSpace, situation: Situation, event: SampleEvent): boolean =>
  branchesFor(leaf, event.type).some((branch) => {
    const name = guardName(branch);
    const guard = name === undefined ? undefined : guardOf(space.edition.machine, name);
    if (answer(branch, situation, event) === 'thrown') return true;
    return guard !== undefined && explains(guard, space, situation, event);
  });

function explains(guard: Guard, { process }: StateSpace, { snapshot }: Situation, event: SampleEvent): boolean {
  const law = event.law as LawOnDay;
  if (guard.refuses === true) return true;
  if (guard.citation !== undefined) return !law.inForce(guard.citation);
  if (guard.latest) {
    const latest = guard.latest(snapshot.context as never, law)?.date;
    return latest !== undefined && dateFields(event).some(([, day]) => day > latest);
  }
  const day = (name: string) => {
    const tried = attempt(process, name, snapshot, law);
    return 'reckoned' in tried ? tried.reckoned?.date : undefined;
  };
  const late = (guard.through ?? []).some((name) => event.on > (day(name) ?? event.on));
  return late || (guard.after ?? []).some((name) => event.on <= (day(name) ?? ''));
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const dateFields = ({ data }: SampleEvent): [string, PlainDate][] =>
  Object.entries(data).filter((entry): entry is [string, PlainDate] => DAY.test(String(entry[1])));

/**
 * The facts of a type to hold a situation against: all that are offered on the day, and where guards go by dates the same
 * facts on the last day and the day after each.
 */
export function tries(
  type: string,
  branches: readonly AnyTransitionDefinition[],
  space: StateSpace,
  situation: Situation,
  book: StatuteBook,
): SampleEvent[] {
  const { process, offers, on, edition } = space;
  const offered = offers.filter((event) => event.type === type);
  const law = offered[0]?.law;
  if (law === undefined || !comes(type, space, situation, law)) return [];
  const guards = branches.flatMap((branch) => guardOf(edition.machine, guardName(branch) ?? '') ?? []);
  const names = guards.flatMap(({ through = [], after = [] }) => [...through, ...after]);
  const limits = names.flatMap((name) => {
    const tried = attempt(process, name, situation.snapshot, law);
    return 'reckoned' in tried && tried.reckoned ? around(tried.reckoned.date) : [];
  });
  const later = [...new Set(limits)].filter((day) => day > on);
  const named = guards.flatMap(({ latest }) => {
    const last = latest?.(situation.snapshot.context as never, law)?.date;
    return last ? around(last) : [];
  });
  return [
    ...offered,
    ...later.flatMap((day) => offered.map((event) => ({ ...event, on: day, law: lawOn(book, day) }))),
    ...named.flatMap((day) =>
      offered.flatMap((event) =>
        dateFields(event).map(([field]) => ({ ...event, data: { ...event.data, [field]: day } })),
      ),
    ),
  ];
}

const around = (day: PlainDate): PlainDate[] => [day, calendar.addDays(day, 1)];

/** A time fact of the process's own comes only where its clock runs and has a date. */
const comes = (type: string, { process }: StateSpace, { snapshot }: Situation, law: LawOnDay): boolean =>
  !ownClocks(process).has(type) ||
  runningClocks(process, snapshot, law).some((clock) => clock.type === type && clock.date !== undefined);

/** As `tries`, for everything that a leaf state offers the type. */
export const triesOn = (
  leaf: AnyStateNode,
  type: string,
  space: StateSpace,
  situation: Situation,
  book: StatuteBook,
): SampleEvent[] => tries(type, branchesFor(leaf, type), space, situation, book);
