/** What an agreement says about one step, point by point. */
import type { PlainDate } from '../../../machines/grammar/index.js';
import type { Party } from '../../../machines/parties.js';
import {
  type Agreement,
  appliesTo,
  type Clause,
  clausesFor,
  type LocalLength,
  type Point,
  points,
  type Statement,
  unitOf,
} from '../agreement.js';
import { addLength } from '../law/law-on.js';
import type { StateEntry } from '../registry.js';

export const verdicts = [
  'covered',
  'covered_vaguely',
  'covered_elsewhere',
  'admitted_gap',
  'absent',
  'not_applicable',
  'unreadable',
  'conflict',
] as const;
export type Verdict = (typeof verdicts)[number];
export type Asked = Point | 'deadline';
export const asked: readonly Asked[] = [...points, 'deadline'];

/** A verdict with what it rests on. */
export interface Answer {
  verdict: Verdict;
  /** The clause, development area or attachment. */
  ref: string | null;
  says: string;
}

/** The halves of a point that must each be answered; the others have one. */
const halves: Partial<Record<Point, readonly string[]>> = {
  P1: ['how', 'when'],
  P2: ['contact_person', 'contact_parties', 'information_person', 'information_parties'],
};

export interface StepQuestion {
  agreement: Agreement;
  entry: StateEntry;
  attributes: Readonly<Record<string, string>>;
  /** Who must act by law, when the law decides. */
  owner: Party | undefined;
  /** A hard length in law that a local one may not exceed, with the fact it runs from. */
  hard: { length: LocalLength; from: string } | undefined;
  asOf: PlainDate;
}

/** The seven answers for a step that exists in law on the day. */
export function answers(question: StepQuestion): Record<Asked, Answer> {
  const { agreement, entry, attributes } = question;
  const clauses = clausesFor(agreement, entry.key, attributes);
  const given = asked.map((point) => [
    point,
    conflictOf(question, clauses, point) ?? stated(clauses, point) ?? unstated(question, point),
  ]);
  return Object.fromEntries(given) as Record<Asked, Answer>;
}

/** What the clauses say about a point together: each half by the clause that answers it best. */
function stated(clauses: readonly Clause[], point: Asked): Answer | undefined {
  const found = parts(point).flatMap((half) => {
    const all = clauses.flatMap((clause) => {
      const statement = statementOf(clause, point, half);
      return statement ? [{ clause, statement }] : [];
    });
    const best = all.find(({ statement }) => statement.wording === 'exact') ?? all[0];
    return best ? [{ half, ...best }] : [];
  });
  const first = found[0];
  if (!first) return undefined;
  const whole = found.length === parts(point).length && found.every(({ statement }) => statement.wording === 'exact');
  const weak = found.find(({ statement }) => statement.wording === 'vague') ?? first;
  const missing = parts(point).filter((half) => !found.some((f) => f.half === half));
  const says =
    missing.length > 0
      ? `${weak.statement.says} (Inte besvarat: ${missing.map((m) => halfNames[m] ?? m).join(', ')}.)`
      : weak.statement.says;
  return { verdict: whole ? 'covered' : 'covered_vaguely', ref: weak.clause.id, says };
}

const halfNames: Record<string, string> = {
  how: 'hur personen är med',
  when: 'när personen är med',
  contact_person: 'kontaktväg för personen',
  contact_parties: 'kontaktväg mellan parterna',
  information_person: 'information till personen',
  information_parties: 'information mellan parterna',
};

const parts = (point: Asked): readonly string[] => (point === 'deadline' ? ['deadline'] : (halves[point] ?? ['whole']));

function statementOf(clause: Clause, point: Asked, half: string): Statement | undefined {
  if (point === 'deadline') return clause.deadline;
  const stated = clause.points?.[point] as Statement | Record<string, Statement> | undefined;
  return half === 'whole'
    ? (stated as Statement | undefined)
    : (stated as Record<string, Statement> | undefined)?.[half];
}

/** No clause answers: the text may admit it, or an attachment that cannot be read may hold the answer. */
function unstated({ agreement, entry, attributes }: StepQuestion, point: Asked): Answer {
  const area = agreement.development_areas.find((a) => a.steps.includes(entry.key) && appliesTo(a, attributes));
  if (area) return { verdict: 'admitted_gap', ref: area.id, says: `${area.says} Tidplan: ${area.tidplan.text}.` };
  const attachment = agreement.attachments.find(
    (a) => !a.readable && a.concerns?.includes(entry.key) && (a.points?.includes(point) ?? true),
  );
  if (attachment)
    return { verdict: 'unreadable', ref: attachment.id, says: `Bilagan «${attachment.title}» går inte att läsa.` };
  const what = point === 'deadline' ? 'när det ska vara gjort' : 'detta';
  return { verdict: 'absent', ref: null, says: `Överenskommelsen säger inte ${what}.` };
}

/** An agreement can neither give a statutory duty to another party nor prolong a statutory time. */
function conflictOf(
  { agreement, owner, hard, asOf }: StepQuestion,
  clauses: readonly Clause[],
  point: Asked,
): Answer | undefined {
  if (point === 'P4' && owner) {
    const clause = clauses.find((c) => c.who !== undefined && unitOf(agreement, c.who)?.party !== owner);
    if (clause)
      return {
        verdict: 'conflict',
        ref: clause.id,
        says: `Lagen lägger steget på ${owner}, men klausulen på ${clause.who ?? ''}.`,
      };
  }
  if (point === 'deadline' && hard) {
    const clause = clauses.find(
      (c) => c.deadline?.within && c.deadline.from === hard.from && longer(c.deadline.within, hard.length, asOf),
    );
    if (clause) return { verdict: 'conflict', ref: clause.id, says: 'Den lokala tiden är längre än lagens.' };
  }
  return undefined;
}

const longer = (local: LocalLength, law: LocalLength, from: PlainDate): boolean =>
  (addLength(from, local) ?? from) > (addLength(from, law) ?? from);
