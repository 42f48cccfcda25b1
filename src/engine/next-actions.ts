/** Who acts next, what, by when, on what ground. */
import { isStep, type PlainDate } from '../../machines/grammar/index.js';
import type { Party } from '../../machines/parties.js';
import { type Agreement, agreementInForce, clausesFor, contactOf, type Unit, unitOf } from './agreement.js';
import { dueOn, type Standing } from './due.js';
import type { CasePosition } from './fold.js';
import type { StatuteBook } from './law/statute-book.js';
import { oncePer } from './once.js';
import { reviewSteps } from './stranded/review-steps.js';
import type { NextAction } from './types.js';

export interface NextActionsOptions {
  book: StatuteBook;
  /** The agreements of the case's municipality; the one in force on the day of the position answers. */
  agreements: readonly Agreement[];
}

/** Every owed step of a case, by due date, the undated last. */
export function nextActions(position: CasePosition, { book, agreements }: NextActionsOptions): NextAction[] {
  const agreement = inForceOn(agreements, position.asOf);
  const asked = askedOf(position);
  let known = asked.find((one) => one.book === book && one.agreement === agreement);
  if (!known) asked.push((known = { book, agreement, actions: owedIn(position, book, agreement) }));
  return [...known.actions];
}

/** A position is asked what it owes by the difference, the queue, the reminders and the next boundary: it is reckoned once. */
const askedOf = oncePer(
  (position: CasePosition) => position,
  (): { book: StatuteBook; agreement: Agreement | undefined; actions: readonly NextAction[] }[] => [],
);

const owedIn = (position: CasePosition, book: StatuteBook, agreement: Agreement | undefined): NextAction[] =>
  [...standingsUnder(position, book, agreement).map(actionOf), ...reviewSteps(position, agreement)].sort(byDue);

/** Where each owed step stands, for those who need more than the action: explanation and reminders. */
export function standings(position: CasePosition, { book, agreements }: NextActionsOptions): Standing[] {
  return standingsUnder(position, book, inForceOn(agreements, position.asOf));
}

const standingsUnder = (position: CasePosition, book: StatuteBook, agreement: Agreement | undefined): Standing[] =>
  position.positions.flatMap((of) =>
    of.leaves.flatMap((leaf) => (isStep(leaf.meta) ? [{ position, of, leaf, step: leaf.meta, book, agreement }] : [])),
  );

/** The agreement in force on the day; of two, the one that began last. */
export const inForceOn = (agreements: readonly Agreement[], on: PlainDate): Agreement | undefined =>
  agreements.filter((a) => agreementInForce(a, on)).sort((a, b) => (a.valid.from < b.valid.from ? 1 : -1))[0];

export function actionOf(standing: Standing): NextAction {
  const { of, leaf, step } = standing;
  const answer = whoActs(standing);
  return {
    process: of.process.id,
    instance: of.instance,
    state: leaf.state,
    party: answer.party,
    unit: answer.unit?.id ?? null,
    contact: contactOf(answer.unit),
    facts: [...step.awaits],
    since: leaf.since,
    due: dueOn(standing),
    basis: step.basis,
    clause: answer.clause ?? null,
    gap: step.owner === 'enligtOverenskommelse' && answer.clause === undefined,
  };
}

/** The law's owner, with the agreement's unit; where the law leaves it open, the agreement's unit decides the party too. */
function whoActs({ position, of, leaf, step, agreement }: Standing): { party: Party; unit?: Unit; clause?: string } {
  const clauses = agreement ? clausesFor(agreement, `${of.process.id}/${leaf.state}`, position.attributes) : [];
  const open = step.owner === 'enligtOverenskommelse';
  for (const clause of clauses) {
    const unit = agreement && unitOf(agreement, clause.who);
    if (unit && (open || unit.party === step.owner)) return { party: unit.party, unit, clause: clause.id };
  }
  return { party: step.owner === 'enligtOverenskommelse' ? (step.otherwise as Party) : step.owner };
}

function byDue(a: NextAction, b: NextAction): number {
  const [x, y] = [a.due.date ?? '9999', b.due.date ?? '9999'];
  return x < y ? -1 : x > y ? 1 : 0;
}
