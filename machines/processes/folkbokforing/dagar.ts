/** The days of population registration: when somebody must notify, when protection counts, when an authority must answer. */
import type { Dates, Law, PlainDate, Reckoned } from '../../grammar/index.js';

export interface Bosattning {
  fodd: PlainDate | null;
  gallerTill: PlainDate | null;
  /** Temporary protection, from the first permit. */
  skyddSedan: PlainDate | null;
  /** The day on which the conditions of 1991:481 4 § were met, and the fact that met them. */
  villkorSedan: PlainDate | null;
  villkorAv: string;
  inrest: PlainDate | null;
  anmald: PlainDate | null;
  begart: PlainDate | null;
  avslagen: PlainDate | null;
  idkortSokt: boolean;
}

export const ingenBosattning: Bosattning = {
  fodd: null,
  gallerTill: null,
  skyddSedan: null,
  villkorSedan: null,
  villkorAv: '',
  inrest: null,
  anmald: null,
  begart: null,
  avslagen: null,
  idkortSokt: false,
};

/**
 * 1991:481 4 § 2 st, until 2024:691 came: with temporary protection nobody is registered whose stay is expected to be
 * shorter than three years. A stay is expected to last as long as the permit; Skatteverket may find otherwise.
 */
export function treArsregelnUppfylld({ skyddSedan, gallerTill }: Bosattning, law: Law): boolean {
  if (!skyddSedan || law.on > treArsregelnsSlut(law).date) return false;
  const { amount: years } = law.number('1991:481 4 § 2 st', 'temporaryProtectionStay');
  return vistasMinst(gallerTill, skyddSedan, years * 12, law);
}

/** 2024:691 5 §: at least six more months, from the day it is asked. */
export const sexManaderTill = ({ gallerTill }: Bosattning, law: Law): boolean =>
  law.inForce('2024:691 5 §') &&
  vistasMinst(gallerTill, law.on, law.number('2024:691 5 §', 'expectedStay').amount, law);

/** Transitional rule of 2024:691: protection before 2023-11-01, expected to stay at least to 2025-03-04. */
export function overgangsregelnUppfylld({ skyddSedan, gallerTill }: Bosattning, law: Law): boolean {
  if (!skyddSedan || law.on !== forstaDagMedNyaRegler(law) || !law.inForce('2024:691 5 §')) return false;
  const { choice: fore } = law.choice('2024:691 5 §', 'transitionalPermitBefore');
  const { choice: till } = law.choice('2024:691 5 §', 'transitionalStayThrough');
  return skyddSedan < fore && (gallerTill === null || gallerTill >= till);
}

// A stay from and including one day fills its months on the day before that day number comes back.
const vistasMinst = (till: PlainDate | null, fran: PlainDate, months: number, { calendar }: Law): boolean =>
  till === null || till >= calendar.dayBefore(calendar.addMonths(fran, months));

function treArsregelnsSlut(law: Law): Reckoned {
  const { choice, rule } = law.choice('1991:481 4 § 2 st', 'replacedAfter');
  return { date: choice as PlainDate, kind: 'entitlement', certainty: rule.certainty, rules: [rule], inputs: {} };
}

const forstaDagMedNyaRegler = (law: Law): PlainDate => law.calendar.addDays(treArsregelnsSlut(law).date, 1);

export const dates: Dates<Bosattning> = {
  // 1991:481 26 § 2 st: for those who were here when the conditions were met, in practice the day of the permit. With
  // temporary protection Skatteverket judges how long the stay will be, so that day is no surer than its decision.
  sistaAnmalningsdag({ villkorSedan, villkorAv, skyddSedan }, law) {
    const inom = villkorSedan ? law.within(villkorSedan, '1991:481 26 § 2 st', villkorAv) : undefined;
    return inom && skyddSedan && inom.certainty === 'settled' ? { ...inom, certainty: 'authority-decides' } : inom;
  },
  // 1991:481 26 § 1 st: for those who arrive with the permit, a week after three months' stay.
  sistaAnmalningsdagEfterInresa({ inrest }, law) {
    if (!inrest) return undefined;
    const { amount: months, rule } = law.number('1991:481 26 § 1 st', 'stay');
    const inom = law.within(law.calendar.addMonths(inrest, months), '1991:481 26 § 1 st', 'inresa.skedd');
    // No surer than the wording under which the stay began.
    const certainty = rule.certainty === 'settled' ? inom?.certainty : rule.certainty;
    return (
      inom && certainty && { ...inom, certainty, rules: [rule, ...inom.rules], inputs: { 'inresa.skedd': inrest } }
    );
  },
  // Transitional rule of 2024:691: four weeks from the day the act came into force.
  sistaAnmalningsdagOvergang: (_, law) =>
    law.inForce('2024:691 5 §')
      ? law.through(forstaDagMedNyaRegler(law), '2024:691 5 §', 'transitionalNotice', {
          kind: 'action',
          input: 'skyddsreglerna.andrade',
        })
      : undefined,
  treArsregelnsSlut: ({ skyddSedan }, law) => (skyddSedan ? treArsregelnsSlut(law) : undefined),
  // 2024:691 5 §: not during the first twelve months of the permits' total validity. The transitional rule takes over for
  // permits older than 2023-11-01, exactly twelve months before the act, which tells that the last of them is day-before.
  // Skatteverket decides, so the day is no surer than that.
  tolvManadersDag: ({ skyddSedan }, law) =>
    skyddSedan && law.inForce('2024:691 5 §')
      ? law.reckon(
          skyddSedan,
          '2024:691 5 §',
          'notDuring',
          { kind: 'entitlement', input: 'skydd-sedan', atBest: 'authority-decides' },
          (months) => law.calendar.dayBefore(law.calendar.addMonths(skyddSedan, months)),
        )
      : undefined,
  // 2017:900 12 §: the person may ask when six months have passed since the notification. The act came in July 2018.
  sexManaderFranAnmalan: ({ anmald }, law) =>
    anmald && law.inForce('2017:900 12 §')
      ? law.through(anmald, '2017:900 12 §', 'requestAfter', { kind: 'entitlement', input: 'folkbokforing.anmald' })
      : undefined,
  sistaSvarsdag: ({ begart }, law) =>
    begart && law.inForce('2017:900 12 §')
      ? law.through(begart, '2017:900 12 §', 'answerWithin', {
          kind: 'action',
          input: 'folkbokforing.avgorande.begart',
        })
      : undefined,
  // 1991:481 40 §: an appeal comes in within three weeks from the day the person had the decision.
  sistaOverklagandedag: ({ avslagen }, law) =>
    avslagen ? law.within(avslagen, '1991:481 40 §', 'folkbokforing.avslagen') : undefined,
  // 2015:899 1 §: has turned 13; the last day not yet covered is the one before that birthday.
  underIdkortsalder({ fodd }, law) {
    if (!fodd) return undefined;
    const { amount: years, rule } = law.number('2015:899 1 §', 'fromAge');
    const date = law.calendar.dayBefore(law.calendar.addMonths(fodd, years * 12));
    return { date, kind: 'entitlement', certainty: rule.certainty, rules: [rule], inputs: { fodd } };
  },
};
