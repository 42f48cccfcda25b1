/**
 * A provision of a Swedish statute: SFS number, chapter when the act has chapters, paragraph, and part of it.
 * `2017:820 15 § 2 st`, `2010:800 20 kap. 29 § 3 st`. It must exist in `machines/law`.
 */
export type Citation = `${number}:${number} ${string}`;

/** A requirement on an agreement, `R24`. It must exist in `machines/agreements/requirements.yaml`. */
export type RequirementId = `R${number}`;

/** The ground of a step: law, or what an agreement has to settle where the law leaves it open. */
export type Basis = Citation | RequirementId;
