/** Small machines that proofs are tried on: one that is sound, and what it takes to break it. */
import { type AnyStateMachine, setup } from 'xstate';
import { code, type Dates, date, defineFacts, type Process } from '../../machines/grammar/index.js';
import { registryOf } from '../../src/engine/registry.js';
import type { ProcessTexts } from '../../src/engine/texts.js';
import type { Counterexample, Evidence } from '../../src/engine/verify/proof.js';
import { verifyAll } from '../../src/proofs/all-proofs.js';
import { book, library } from '../support/law.js';

export const facts = defineFacts({ 'prov.gjort': { by: ['kommun'], data: {} } });
export const step = { owner: 'kommun', basis: '2013:156 4 §', deadline: { none: true }, awaits: ['prov.gjort'] };

export const texts: ProcessTexts = {
  name: 'Prov',
  about: 'Ett prov.',
  states: { vantarPaProv: { title: 'Väntar', action: 'Gör provet' }, klart: { title: 'Klart' } },
  facts: { 'prov.gjort': { label: 'Provet gjort' } },
};

/** The smallest process that every proof holds for. */
export const sound = {
  id: 'prov',
  initial: 'vantarPaProv',
  states: { vantarPaProv: { meta: step, on: { 'prov.gjort': 'klart' } }, klart: { type: 'final' } },
};

export const example = { id: 'ett', name: 'Provet görs', cites: [], steps: [{ fact: 'prov.gjort', on: '2024-03-01' }] };

export type Guards = Record<string, (args: never) => boolean>;
export type More = Partial<Process> & { guards?: Guards };

export function evidence(
  definition: unknown,
  { guards = {}, ...more }: More = {},
  words: ProcessTexts = texts,
): Evidence {
  const machine = setup({ guards: guards as unknown as Record<string, () => boolean> }).createMachine(
    definition as never,
  ) as unknown as AnyStateMachine;
  const process: Process = {
    id: 'prov',
    subject: 'deltagare',
    editions: [{ since: '2018-01-01', basis: '2013:156 3 §', machine }],
    facts,
    dates: {},
    samples: [{ type: 'prov.gjort' }],
    ...more,
  };
  return {
    registry: registryOf([process]),
    book,
    texts: { sv: { prov: words }, en: { prov: words } },
    examples: [{ process: 'prov', examples: [example as never] }],
    agreements: [],
    requirements: library.requirements,
  };
}

export const failing = (given: Evidence): string[] =>
  verifyAll(given)
    .proofs.filter((proof) => !proof.ok && proof.counterexamples.length > 0)
    .map((proof) => proof.name);

/** The counterexamples of one proof. */
export const against = (name: string, given: Evidence): Counterexample[] =>
  verifyAll(given).proofs.find((proof) => proof.name === name)?.counterexamples ?? [];

export const waiting = (changed: object, on: object = { 'prov.gjort': 'klart' }) => ({
  ...sound,
  states: { ...sound.states, vantarPaProv: { meta: { ...step, ...changed }, on } },
});

export const answered = defineFacts({ 'prov.gjort': { by: ['kommun'], data: { svar: code('ja', 'nej'), dag: date } } });
export const answer = { facts: answered, samples: [{ type: 'prov.gjort', data: { svar: 'ja', dag: '+30' } }] };
export const says = (svar: string) => (args: { event: { data: { svar: string } } }) => args.event.data.svar === svar;
export const ja = says('ja') as never;
export const nej = says('nej') as never;
export const to = (...guards: string[]) => ({ 'prov.gjort': guards.map((guard) => ({ guard, target: 'klart' })) });

export const slut: Dates<unknown> = {
  slut: () => ({ date: '2018-06-30', kind: 'entitlement', certainty: 'settled', rules: [], inputs: {} }),
};

/** Only who begins while 2017:820 13 e § is in force comes to the second state, but nothing hinders that it is later. */
export const begunBefore = {
  id: 'prov',
  initial: 'borjan',
  states: {
    borjan: {
      meta: { dormant: true, wakes: ['prov.gjort'] },
      on: { 'prov.gjort': { guard: 'iKraft', target: 'mitten' } },
    },
    mitten: { meta: { dormant: true, wakes: ['prov.gjort'] }, on: { 'prov.gjort': 'vantarPaProv' } },
    vantarPaProv: { meta: { ...step, basis: '2017:820 13 e §' }, on: { 'prov.gjort': 'klart' } },
    klart: { type: 'final' },
  },
};

/** The programme with a window that closes a day late, in clock and guard alike. */
export function lateWindow(): Evidence {
  const processes = library.registry.processes.map((process) => {
    if (process.id !== 'etableringsprogrammet') return process;
    const fonsterslut: Process['dates'][string] = (context, law) => {
      const slut = process.dates['fonsterslut']?.(context, law);
      return slut && { ...slut, date: law.calendar.addDays(slut.date, 1) };
    };
    const guards = { inomProgramtiden: () => true, farAnvisas: () => true, inomProgramtidenMedPlan: () => true };
    const editions = process.editions.map((e) => ({ ...e, machine: e.machine.provide({ guards } as never) }));
    return { ...process, editions, dates: { ...process.dates, fonsterslut } } as unknown as Process;
  });
  return { ...library, registry: registryOf(processes), examples: [] };
}
