/** The facts of other processes that show that a case is moving: what anyone has done while the person is enrolled. */
import type { facts as adaptationFacts } from '../anpassning/facts.js';
import type { facts as settlementFacts } from '../bosattning/facts.js';
import type { facts as benefitFacts } from '../etableringsersattning/facts.js';
import type { facts as programmeFacts } from '../etableringsprogrammet/facts.js';
import type { facts as registrationFacts } from '../folkbokforing/facts.js';
import type { facts as activityFacts } from '../insats/facts.js';
import type { facts as intensiveFacts } from '../intensivar/facts.js';
import type { facts as civicFacts } from '../samhallsorientering/facts.js';
import type { facts as languageFacts } from '../sfi/facts.js';
import type { facts as educationFacts } from '../utbildningsplikt/facts.js';

/** The definitions that the signs of life come from. */
export type Kallor = typeof settlementFacts &
  typeof registrationFacts &
  typeof programmeFacts &
  typeof benefitFacts &
  typeof languageFacts &
  typeof civicFacts &
  typeof educationFacts &
  typeof intensiveFacts &
  typeof activityFacts &
  typeof adaptationFacts;

export const livstecken = [
  'bosattning.mottagen',
  'folkbokforing.registrerad',
  'kartlaggning.paborjad',
  'kartlaggning.genomford',
  'handlingsplan.upprattad',
  'handlingsplan.reviderad',
  'omfattning.andrad',
  'franvaro.paborjad',
  'anpassning.provad',
  'franvaro.avslutad',
  'etableringsersattning.sokt',
  'etableringsersattning.beslutad',
  'sfi.anmald',
  'sfi.mottagen',
  'sfi.paborjad',
  'sfi.kurs.godkand',
  'sfi.progression.avstannad',
  'sfi.atgard.beslutad',
  'sfi.avslutad',
  'samhallsorientering.anmald',
  'samhallsorientering.paborjad',
  'samhallsorientering.genomford',
  'utbildningsplikt.bedomd',
  'utbildning.sokning.anvisad',
  'utbildning.sokt',
  'utbildning.plats.erbjuden',
  'utbildning.paborjad',
  'utbildning.avslutad',
  'intensivar.beslutat',
  'intensivar.paborjat',
  'intensivar.avslutat',
  'insats.begard',
  'insats.accepterad',
  'insats.paborjad',
  'insats.avslutad',
  'insats.uppfoljd',
  'behov.identifierat',
  'dialog.begard',
  'dialog.hallen',
  'behov.lyft',
  'anpassning.beslutad',
  'anpassning.uppfoljd',
] as const satisfies readonly (keyof Kallor)[];

type Livstecken = (typeof livstecken)[number];

/** The same transition for every sign of life. */
export const vidLivstecken = <const T>(transition: T): Record<Livstecken, T> =>
  Object.fromEntries(livstecken.map((type) => [type, transition])) as Record<Livstecken, T>;
