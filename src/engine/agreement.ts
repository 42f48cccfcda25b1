/**
 * An agreement as the library hands it to the engine. The shape of `machines/agreements/<kommun>/<year>-<kind>.yaml`;
 * the field-by-field description stands there. Everything is roles, units and channels, never a person.
 */
import type { PlainDate } from '../../machines/grammar/index.js';
import type { Party } from '../../machines/parties.js';
import { oncePer } from './once.js';

export const agreementKinds = ['LOK', 'RÖK', 'SÖK', 'DUA', 'RUTIN'] as const;
export const points = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6'] as const;
export type Point = (typeof points)[number];

/** How the text answers: in a way one can act on, or with a word that leaves it open. */
export interface Statement {
  wording: 'exact' | 'vague';
  says: string;
  quote?: string;
}

export interface ContactPath {
  channel: string;
  for: 'persons' | 'parties' | 'both';
  says: string;
  place?: string;
}

export interface Unit {
  id: string;
  party: Party;
  name: string;
  part_of?: string;
  tier: 'active' | 'other' | 'via-sok' | 'mentioned';
  role?: boolean;
  duties?: string[];
  contact?: ContactPath[];
  place?: string;
}

/** A length that an agreement sets: exactly one unit of time. */
export interface LocalLength {
  days?: number;
  weeks?: number;
  months?: number;
}

export interface ClauseDeadline extends Statement {
  within?: LocalLength;
  /** Fact type from which the time runs. */
  from?: string;
}

export interface ClausePoints {
  P1?: { how?: Statement; when?: Statement };
  P2?: {
    contact_person?: Statement;
    contact_parties?: Statement;
    information_person?: Statement;
    information_parties?: Statement;
  };
  P3?: Statement;
  P4?: Statement;
  P5?: Statement & { body?: string };
  P6?: Statement;
}

export interface Clause {
  id: string;
  step?: string;
  exchange?: {
    from: string;
    to: string;
    content: string;
    level: 'individual' | 'group' | 'unknown';
    ground: string | null;
  };
  activity?: string;
  /** Attributes of the case for which the clause applies; several values are alternatives. */
  when?: Record<string, string | string[]>;
  who?: string;
  with?: string[];
  points?: ClausePoints;
  deadline?: ClauseDeadline;
  place?: string;
}

export interface DevelopmentArea {
  id: string;
  area: string;
  says: string;
  tidplan: { text: string; until: PlainDate };
  owner?: string | null;
  steps: string[];
  when?: Clause['when'];
  place?: string;
}

/** What can be wrong in the text of an agreement itself; a note only says that something is remarkable. */
export const defectKinds = [
  ...(['repealed-law', 'placeholder', 'blank-date', 'unreadable-attachment', 'tidplan-passed', 'wrong-term'] as const),
  ...(['listed-without-duty', 'dangling-reference', 'note'] as const),
] as const;
export type DefectKind = (typeof defectKinds)[number];

export interface Defect {
  id: string;
  kind: DefectKind;
  /** What it concerns: clauses, units, activities or attachments. */
  ref: string | string[];
  says: string;
  place?: string;
}

export interface Attachment {
  id: string;
  title: string;
  readable: boolean;
  /** Steps that its name says it is about. */
  concerns?: string[];
  /** The points that it may answer, where its name says so; all of them when left out. */
  points?: readonly (Point | 'deadline')[];
  place?: string;
}

export interface Agreement {
  id: string;
  kind: (typeof agreementKinds)[number];
  kommun: { code: string; name: string };
  title: string;
  valid: { from: PlainDate; to: PlainDate | null; note?: string };
  status: string;
  source: { title: string; read?: string; quality?: string };
  units: Unit[];
  bodies: { id: string; name: string }[];
  clauses: Clause[];
  development_areas: DevelopmentArea[];
  attachments: Attachment[];
  defects: Defect[];
}

/** The agreement answers on this day. */
export const agreementInForce = (agreement: Agreement, on: PlainDate): boolean =>
  agreement.valid.from <= on && (agreement.valid.to === null || on <= agreement.valid.to);

/** Whether a clause or a development area applies to a case with these attributes; not while an attribute it asks for is unknown. */
export const appliesTo = (clause: Pick<Clause, 'when'>, attributes: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(clause.when ?? {}).every(([name, values]) => [values].flat().includes(attributes[name] as string));

/** The clauses about a step that apply to the case, those made for its attributes before the general ones. */
export function clausesFor(
  agreement: Agreement,
  stepKey: string,
  attributes: Readonly<Record<string, unknown>>,
): Clause[] {
  const applying =
    clausesByStep(agreement)
      .get(stepKey)
      ?.filter((clause) => appliesTo(clause, attributes)) ?? [];
  return applying.sort((a, b) => Number(b.when !== undefined) - Number(a.when !== undefined));
}

/** The clauses about each step: asked for at every step of every case, among hundreds. */
const clausesByStep = oncePer(
  ({ clauses }: Agreement) => clauses,
  ({ clauses }) => {
    const byStep = new Map<string | undefined, Clause[]>();
    for (const clause of clauses) byStep.set(clause.step, [...(byStep.get(clause.step) ?? []), clause]);
    return byStep;
  },
);

export const unitOf = (agreement: Agreement, id: string | undefined): Unit | undefined =>
  agreement.units.find((unit) => unit.id === id);

/** How to reach a unit, `telefon: …`: a path that is not for persons rather than one that is. Null when there is none. */
export const contactOf = (unit: Unit | undefined): string | null => {
  const path = unit?.contact?.find((c) => c.for !== 'persons') ?? unit?.contact?.[0];
  return path ? `${path.channel}: ${path.says}` : null;
};
