/** What an activity remembers, and the days that follow from it. */
import type { Dates, Law, PlainDate, Reckoned } from '../../grammar/index.js';

export interface Insats {
  /** The kinds whose length the ordinance limits; all false for the others. */
  arbetstraning: boolean;
  forstarktArbetstraning: boolean;
  bristyrkesutbildning: boolean;
  /** 2017:820 13 §: activities come after the plan. */
  plan: boolean;
  start: PlainDate | null;
  /** The last day of the period that Arbetsförmedlingen has tested (13 c §). */
  periodslut: PlainDate | null;
  /** The last day of the activity, once it has ended. */
  slut: PlainDate | null;
  uppfoljd: boolean;
  /** No documents are awaited for support to the provider: none was granted, they came, or the right lapsed. */
  underlagKlart: boolean;
}

export const ingenInsats: Insats = {
  arbetstraning: false,
  forstarktArbetstraning: false,
  bristyrkesutbildning: false,
  plan: false,
  start: null,
  periodslut: null,
  slut: null,
  uppfoljd: false,
  underlagKlart: true,
};

/** Where the ordinance limits the length of an activity; undefined for kinds that it does not limit. */
export function tidsgrans(insats: Pick<Insats, 'arbetstraning' | 'forstarktArbetstraning' | 'bristyrkesutbildning'>) {
  if (insats.arbetstraning) return '2017:820 13 a §';
  if (insats.forstarktArbetstraning) return '2017:820 13 b §';
  return insats.bristyrkesutbildning ? '2017:820 13 d §' : undefined;
}

export const slagAv = (slag: string) => ({
  arbetstraning: slag === 'arbetstraning',
  forstarktArbetstraning: slag === 'forstarkt-arbetstraning',
  bristyrkesutbildning: slag === 'bristyrkesutbildning',
});

function insatsslut(insats: Insats, law: Law): Reckoned | undefined {
  const citation = tidsgrans(insats);
  if (!citation || !insats.start) return undefined;
  return law.through(insats.start, citation, 'longest', { kind: 'entitlement', input: 'insats.paborjad' });
}

export const dates: Dates<Insats> = {
  insatsslut,
  // The period stands in the decision of 13 c §; it is not reckoned.
  periodslut: ({ periodslut }) =>
    periodslut
      ? { date: periodslut, kind: 'entitlement', certainty: 'settled', rules: [], inputs: { periodslut } }
      : undefined,
  // 2017:820 23 b §: the provider's documents, or the right to support lapses. Reckoned from the end of the last period.
  underlagsfrist: ({ slut }, law) => (slut ? law.within(slut, '2017:820 23 b §', 'insats.avslutad') : undefined),
};
