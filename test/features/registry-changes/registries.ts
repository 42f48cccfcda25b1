/** The real library with one small process more, as it was and as it may become. */
import { type AnyStateMachine, setup } from 'xstate';
import type { Edition, Process } from '../../../machines/grammar/index.js';
import { registryOf } from '../../../src/engine/registry.js';
import type { Library } from '../../../src/library/library.js';
import { facts, sound, step, texts } from '../../machines/broken-machine.js';
import { library as real } from '../../support/law.js';

const machineOf = (definition: object) => setup({}).createMachine(definition as never) as unknown as AnyStateMachine;
const first: Edition = { since: '2018-01-01', basis: '2013:156 3 §', machine: machineOf(sound) };
const owned = (owner: string) => ({
  ...sound,
  states: { ...sound.states, vantarPaProv: { meta: { ...step, owner }, on: { 'prov.gjort': 'klart' } } },
});
/** The procedure from October: somebody else looks first, and the old fact is no longer part of it. */
const october: Edition = {
  since: '2026-10-01',
  basis: '2013:156 4 §',
  machine: machineOf({
    id: 'prov',
    initial: 'vantarPaGranskning',
    states: {
      vantarPaGranskning: {
        meta: { ...step, owner: 'regionen', awaits: ['prov.granskat'] },
        on: { 'prov.granskat': 'klart' },
      },
      klart: { type: 'final' },
    },
  }),
};
const reviewed = { 'prov.gjort': facts['prov.gjort'], 'prov.granskat': facts['prov.gjort'] };
const words = {
  ...texts,
  states: { ...texts.states, vantarPaGranskning: { title: 'Väntar på granskning', action: 'Granska' } },
  facts: { ...texts.facts, 'prov.granskat': { label: 'Provet granskat' } },
};

/** The real library with one process more, under a version of its own. */
function withProv(version: string, ...editions: [Edition, ...Edition[]]): Library {
  const prov: Process = { id: 'prov', subject: 'deltagare', editions, facts: reviewed, dates: {}, samples: [] };
  return {
    ...real,
    registry: registryOf([...real.registry.processes, prov]),
    texts: { sv: { ...real.texts.sv, prov: words }, en: { ...real.texts.en, prov: words } },
    version,
  };
}

/** As it was. */
export const before = withProv('fore', first);
/** With an edition for cases that began in October 2026 or later. */
export const withEdition = withProv('utgava', first, october);
/** The same procedure, but somebody else acts. */
export const withOwner = withProv('agare', { ...first, machine: machineOf(owned('regionen')) });
