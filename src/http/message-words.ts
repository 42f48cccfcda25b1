/** The sentences that refusals are told in. Every entry exists in both languages. */
import type { Certainty, PlainDate } from '../../machines/grammar/index.js';
import type { Language } from '../library/texts.js';

export type { Language };

/** What may be wrong with a field of a fact, as the engine names it. */
export const problemKinds = [
  'missing',
  'unknown',
  'invalid',
  'future',
  'before-birth',
  'born-later',
  'nothing-to-withdraw',
  'not-here',
  'itself',
  'corrected',
  'withdrawn',
  'nothing-to-justify',
] as const;
export type ProblemKind = (typeof problemKinds)[number];

interface Words {
  or: string;
  and: string;
  notYet(type: string): string;
  noLonger(type: string): string;
  notOn(type: string, on: PlainDate): string;
  lawNotInForce(citation: string, on: PlainDate): string;
  unknownFact(type: string): string;
  didYouMean(types: string): string;
  notUsable(type: string): string;
  caseClosed(type: string): string;
  first(what: string): string;
  now(what: string): string;
  awaited(facts: string, party: string, ground: string): string;
  dueBy(date: PlainDate): string;
  nobody: string;
  recordFirst(facts: string): string;
  checkDay: string;
  checkOrder: string;
  correctClosed: string;
  lastDay(name: string, date: PlainDate): string;
  latestAllowed: string;
  from(input: string, value: string): string;
  otherReading(date: PlainDate): string;
  laterFact(type: string, on: PlainDate): string;
  certainty: Record<Certainty, string>;
  problem: Record<ProblemKind, (field: string, expected: string) => string>;
}

const sv: Words = {
  or: 'eller',
  and: 'och',
  notYet: (type) => `${type} väntas inte ännu.`,
  noLonger: (type) => `${type} väntas inte längre.`,
  notOn: (type, on) => `${type} väntas inte den ${on}.`,
  lawNotInForce: (citation, on) => `${citation} gäller inte den ${on}.`,
  unknownFact: (type) => `Faktatypen «${type}» finns inte.`,
  didYouMean: (types) => `Menade du ${types}?`,
  notUsable: (type) => `${type} går inte att registrera så.`,
  caseClosed: (type) => `${type} kan inte registreras: ärendet är avslutat och ingen väntar på något.`,
  first: (what) => `Först väntas ${what}.`,
  now: (what) => `Nu väntas ${what}.`,
  awaited: (facts, party, ground) => `${facts} från ${party} (${ground})`,
  dueBy: (date) => `senast ${date}`,
  nobody: 'Ingen del av ärendet väntar på den uppgiften den dagen.',
  recordFirst: (facts) => `Registrera först: ${facts}.`,
  checkDay: 'Kontrollera dagen; är en tidigare uppgift fel, rätta den.',
  checkOrder: 'Kontrollera dagen och om uppgiften redan är registrerad.',
  correctClosed: 'Är en tidigare uppgift fel, rätta eller återkalla den.',
  lastDay: (name, date) => `${name}: sista dag ${date}`,
  latestAllowed: 'Det längsta som medges',
  from: (input, value) => `från ${input} ${value}`,
  otherReading: (date) => `med den andra läsningen ${date}`,
  laterFact: (type, on) => `${type} den ${on} får inte längre plats.`,
  certainty: {
    settled: '',
    'authority-decides': 'beräknat; myndigheten avgör',
    assumed: 'antaget',
    unknown: 'okänt',
  },
  problem: {
    missing: (field, expected) => `${field} saknas (${expected}).`,
    unknown: (field, expected) => `${field} finns inte här (${expected}).`,
    invalid: (field, expected) => `${field} har fel form (${expected}).`,
    future: (field, expected) =>
      `${field} ligger för långt fram (${expected.replace(/^(\S+) at the latest$/, 'senast $1')}).`,
    'before-birth': () => 'Dagen ligger före personens födelse. Kontrollera dagen och födelsedagen.',
    'born-later': () => 'Födelsedagen ligger efter en dag då något redan har hänt i ärendet. Kontrollera den.',
    'nothing-to-withdraw': (field) => `${field} saknas: ange id för den uppgift som återkallas.`,
    'not-here': (_, id) =>
      `Ingen uppgift i det här ärendet har id ${id}. En uppgift i ett annat ärende rättas i det ärendet.`,
    itself: () => 'En uppgift kan inte rätta sig själv.',
    corrected: (_, id) => `Uppgiften är redan rättad. Rätta den som gäller nu: ${id}.`,
    withdrawn: (_, id) =>
      `Uppgiften är återkallad. Var det fel, återkalla återkallelsen (${id}); registrera annars uppgiften på nytt.`,
    'nothing-to-justify': (field) => `${field} anges bara när en uppgift rättas eller återkallas.`,
  },
};

const en: Words = {
  or: 'or',
  and: 'and',
  notYet: (type) => `${type} is not awaited yet.`,
  noLonger: (type) => `${type} is no longer awaited.`,
  notOn: (type, on) => `${type} is not awaited on ${on}.`,
  lawNotInForce: (citation, on) => `${citation} is not in force on ${on}.`,
  unknownFact: (type) => `There is no type of fact called “${type}”.`,
  didYouMean: (types) => `Did you mean ${types}?`,
  notUsable: (type) => `${type} cannot be recorded like this.`,
  caseClosed: (type) => `${type} cannot be recorded: the case is closed and nobody awaits anything.`,
  first: (what) => `First awaited: ${what}.`,
  now: (what) => `Awaited now: ${what}.`,
  awaited: (facts, party, ground) => `${facts} from ${party} (${ground})`,
  dueBy: (date) => `by ${date}`,
  nobody: 'No part of the case awaits that fact on that day.',
  recordFirst: (facts) => `Record first: ${facts}.`,
  checkDay: 'Check the day; if an earlier fact is wrong, correct it.',
  checkOrder: 'Check the day, and whether the fact has been recorded already.',
  correctClosed: 'If an earlier fact is wrong, correct or withdraw it.',
  lastDay: (name, date) => `${name}: last day ${date}`,
  latestAllowed: 'The longest that is allowed',
  from: (input, value) => `from ${input} ${value}`,
  otherReading: (date) => `${date} under the other reading`,
  laterFact: (type, on) => `${type} on ${on} no longer fits.`,
  certainty: {
    settled: '',
    'authority-decides': 'computed; the authority decides',
    assumed: 'assumed',
    unknown: 'unknown',
  },
  problem: {
    missing: (field, expected) => `${field} is missing (${expected}).`,
    unknown: (field, expected) => `${field} does not belong here (${expected}).`,
    invalid: (field, expected) => `${field} has the wrong form (${expected}).`,
    future: (field, expected) => `${field} lies too far ahead (${expected}).`,
    'before-birth': () => 'The day is before the person was born. Check the day and the date of birth.',
    'born-later': () => 'The date of birth is after a day on which something happened in the case. Check it.',
    'nothing-to-withdraw': (field) => `${field} is missing: give the id of the fact that is withdrawn.`,
    'not-here': (_, id) => `No fact in this case has the id ${id}. A fact of another case is corrected in that case.`,
    itself: () => 'A fact cannot correct itself.',
    corrected: (_, id) => `The fact has been corrected already. Correct the one that counts now: ${id}.`,
    withdrawn: (_, id) =>
      `The fact has been withdrawn. If that was wrong, withdraw the withdrawal (${id}); otherwise record the fact anew.`,
    'nothing-to-justify': (field) => `${field} is given only when a fact is corrected or withdrawn.`,
  },
};

export const words: Record<Language, Words> = { sv, en };
