/** When a step is due: from law, from a computed date, or from the agreement where the law sets no number. */
import type { Certainty, PlainDate, RuleUse, Step } from '../../machines/grammar/index.js';
import { type Agreement, type ClauseDeadline, clausesFor } from './agreement.js';
import { type CasePosition } from './fold.js';
import { computedDate, type LeafPosition, type Position } from './position.js';
import { weakest } from './law/certainty.js';
import { addLength, lengthFrom } from './law/law-on.js';
import type { StatuteBook } from './law/statute-book.js';
import type { Due } from './types.js';

/** Where a step stands: everything that its date can depend on. */
export interface Standing {
  position: CasePosition;
  of: Position;
  leaf: LeafPosition;
  step: Step;
  book: StatuteBook;
  agreement: Agreement | undefined;
}

/** The due date of a step, with its arithmetic. `date` is null when there is a standard but no number. */
export function dueOn(standing: Standing): Due {
  const byLaw = lawfulDue(standing);
  const local = localDue(standing);
  // A local agreement may tighten or fill a soft deadline; a hard one it leaves alone. Practice binds nobody and yields
  // to whatever the parties have agreed.
  if (!local || byLaw.kind === 'hard') return byLaw;
  if (byLaw.kind === 'practice' && local.date !== null) return local;
  return byLaw.date === null || (local.date !== null && local.date < byLaw.date) ? local : byLaw;
}

function lawfulDue({ position, of, step, leaf, book }: Standing): Due {
  const { deadline } = step;
  if ('within' in deadline) return withinLength(deadline.within, latest(position, deadline.from), book);
  if ('by' in deadline) {
    const reckoned = computedDate(of.process, deadline.by, of.snapshot, leaf.since, book);
    if (!reckoned) return noDate('soft');
    const { kind: _, ...due } = reckoned;
    return { ...due, kind: deadline.kind ?? 'hard' };
  }
  if ('promptly' in deadline) return standard(deadline.promptly, leaf.since, book);
  return noDate('none');
}

function withinLength(citation: string, start: { type: string; on: PlainDate } | undefined, book: StatuteBook): Due {
  if (!start) return noDate('soft');
  const { kind, ...within } = lengthFrom(book, citation, start.on, start.type);
  return within.date === null ? { ...within, kind: 'soft' } : { ...within, kind };
}

function standard(citation: string, on: PlainDate, book: StatuteBook): Due {
  const { provision, since } = book.find(citation);
  const inForce = book.inForce(citation, on);
  const words = (inForce && provision.standard) || '';
  // Before the standard came into force there is nothing to show but that: the step is owed all the same.
  const certainty = inForce ? book.certainty(citation, on) : 'unknown';
  const rule: RuleUse = { citation: citation as RuleUse['citation'], amount: words, since, certainty };
  return { ...noDate('soft', certainty), rules: [rule], standard: words };
}

const noDate = (kind: 'soft' | 'none', certainty: Certainty = 'settled'): Due => ({
  date: null,
  kind,
  certainty,
  rules: [],
  inputs: {},
});

function localDue({ position, of, leaf, agreement }: Standing): Due | undefined {
  if (!agreement) return undefined;
  const clauses = clausesFor(agreement, `${of.process.id}/${leaf.state}`, position.attributes);
  for (const clause of clauses) {
    const due = clause.deadline && localLength(clause.deadline, clause.id, position, leaf);
    if (due) return { ...due, clause: clause.id };
  }
  return undefined;
}

function localLength(
  deadline: ClauseDeadline,
  clause: string,
  position: CasePosition,
  leaf: LeafPosition,
): Due | undefined {
  const start = deadline.from ? latest(position, deadline.from)?.on : leaf.since;
  // A length that the text leaves vague is somebody's reading, not a date to hold anyone to.
  const date = deadline.wording === 'exact' && deadline.within && start && addLength(start, deadline.within);
  if (!date) return undefined;
  return {
    date,
    kind: 'local',
    certainty: weakest('settled'),
    rules: [],
    inputs: { [deadline.from ?? 'since']: start },
    clause,
  };
}

/** The latest fact of one of these types that counted in the case. */
function latest(
  position: CasePosition,
  types: string | readonly string[],
): { type: string; on: PlainDate } | undefined {
  const wanted = [types].flat();
  return position.applied.findLast((applied) => wanted.includes(applied.type));
}
