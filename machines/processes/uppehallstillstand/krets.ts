/** Whom the act covers: the grounds of 2017:584 1 §, and relatives within the six years of 2 §. */
import type { Law, PlainDate, Reckoned } from '../../grammar/index.js';

const GRUND = /^UtlL (\d+)(?::(\d+(?: [a-z])?)| kap\.)$/;

/** The provision and the chapter that a permit's ground names: `UtlL 5:1` is 2005:716 5 kap. 1 §. */
function bestammelser(grund: string): string[] {
  const [, kapitel = '', paragraf] = GRUND.exec(grund) ?? [];
  return [`2005:716 ${kapitel} kap.`, ...(paragraf ? [`2005:716 ${kapitel} kap. ${paragraf} §`] : [])];
}

/** 2017:584 1 §: the permit is of a kind that the act counts up. */
export const grundEnligt1 = (grund: string, law: Law): boolean => {
  const grunder = law.list('2017:584 1 §', 'grounds');
  return bestammelser(grund).some((bestammelse) => grunder.includes(bestammelse));
};

/** Temporary protection (2005:716 21 kap.), for which population registration has rules of its own. */
export const tillfalligtSkydd = (grund: string): boolean => bestammelser(grund).includes('2005:716 21 kap.');

/**
 * 2017:584 2 §: the last day on which a relative's application counts. «Först togs emot i en kommun» is defined only in
 * 2010:1122 6 §, for state money; reading it so here is an interpretation, and Arbetsförmedlingen examines who is covered.
 */
export const sexarsgrans = (mottagen: PlainDate, law: Law): Reckoned =>
  law.through(mottagen, '2017:584 2 §', 'familyYears', {
    kind: 'entitlement',
    input: 'anknytning-mottagen',
    atBest: 'authority-decides',
  });

export interface Anknytning {
  'anknytning-mottagen'?: PlainDate;
  'anknytning-ansokt'?: PlainDate;
  'anknytning-svensk'?: boolean;
}

/** Whether what is told shows that 2 § does not reach the relative. What is not told shows nothing. */
export function anhorigUtanfor2(anknytning: Anknytning, law: Law): boolean {
  if (anknytning['anknytning-svensk'] && law.is('2017:584 2 §', 'swedishAnchorExcluded')) return true;
  const { 'anknytning-mottagen': mottagen, 'anknytning-ansokt': ansokt } = anknytning;
  return mottagen !== undefined && ansokt !== undefined && ansokt > sexarsgrans(mottagen, law).date;
}
