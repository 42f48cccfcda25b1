/** The five conditions of 2017:820 5 § that stand in the way of an assignment. Each begins and ends by itself. */
import type { DataOf } from '../../grammar/index.js';
import type { facts } from './facts.js';

export type Hinder = DataOf<(typeof facts)['hinder.uppkommit']['data']>['hinder'];

/** What is known to stand in the way; null when nothing is, so that «none» is told from «some». */
export type Hindren = readonly Hinder[] | null;

const hindretI = (data: object): Hinder | undefined => ('hinder' in data ? (data.hinder as Hinder) : undefined);

/** Whether the block that a fact names is already known. */
export const kant = (hindren: Hindren, data: object): boolean =>
  (hindren ?? []).some((hinder) => hinder === hindretI(data));

export const medHindret = (hindren: Hindren, hinder: Hinder): Hindren => [...(hindren ?? []), hinder];

export const utanHindret = (hindren: Hindren, hinder: Hinder): Hindren => {
  const kvar = (hindren ?? []).filter((annat) => annat !== hinder);
  return kvar.length > 0 ? kvar : null;
};

/** Whether the block that a fact names is the only one left. */
export const sista = (hindren: Hindren, data: object): boolean => kant(hindren, data) && hindren?.length === 1;

/** Living in Migrationsverket's accommodation is the only block. */
export const baraAsylboende = (hindren: Hindren): boolean => hindren?.length === 1 && hindren[0] === 'asylboende';

// Whoever works, goes to school, cares for a child or is ill all day is not awaited at Arbetsförmedlingen. Whoever lives in
// Migrationsverket's accommodation is: registering while still there makes the time until the programme shorter.
const upptar = (hinder: Hinder): boolean => hinder !== 'asylboende';

/** A fact tells of a block that takes the person's time. */
export const blirUpptagen = (hindren: Hindren, data: object): boolean => {
  const hinder = hindretI(data);
  return hinder !== undefined && upptar(hinder) && !kant(hindren, data);
};

/** The last block that takes the person's time ends by the fact; the accommodation may still be there. */
export const blirLedig = (hindren: Hindren, data: object): boolean =>
  kant(hindren, data) && !(hindren ?? []).some((hinder) => upptar(hinder) && hinder !== hindretI(data));
