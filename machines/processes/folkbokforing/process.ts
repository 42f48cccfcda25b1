import { setup } from 'xstate';
import { defineProcess, type FactEvent, type Meta } from '../../grammar/index.js';
import { facts as permitFacts } from '../uppehallstillstand/facts.js';
import { facts } from './facts.js';

const machine = setup({
  types: { events: {} as FactEvent<typeof facts & typeof permitFacts>, meta: {} as Meta },
}).createMachine({
  id: 'folkbokforing',
  initial: 'vilande',
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['uppehallstillstand.beviljat'] },
      on: { 'uppehallstillstand.beviljat': 'vantarPaAnmalan' },
    },
    vantarPaAnmalan: {
      meta: {
        owner: 'enskild',
        basis: '1991:481 26 § 2 st',
        deadline: { within: '1991:481 26 § 2 st', from: 'uppehallstillstand.beviljat' },
        awaits: ['folkbokforing.anmald'],
      },
      on: {
        'folkbokforing.anmald': 'vantarPaRegistrering',
        // 1991:481 35 §: registration applies from the moving day when it is notified in time, so its day may come before
        // the notification's; without notification it applies from the day of the decision.
        'folkbokforing.registrerad': 'registreradForeAnmalan',
      },
    },
    vantarPaRegistrering: {
      meta: {
        owner: 'skatteverket',
        basis: '1991:481 18 §',
        deadline: { promptly: '2017:900 9 §' },
        awaits: ['folkbokforing.registrerad'],
      },
      on: { 'folkbokforing.registrerad': 'registrerad' },
    },
    // The notification that led to the registration may bear a later day than the day the registration applies from.
    registreradForeAnmalan: {
      meta: { dormant: true, wakes: ['folkbokforing.anmald'] },
      on: { 'folkbokforing.anmald': 'registrerad' },
    },
    registrerad: { type: 'final' },
  },
});

export const folkbokforing = defineProcess({
  id: 'folkbokforing',
  subject: 'deltagare',
  editions: [{ since: '2018-01-01', basis: '1991:481 3 §', machine }],
  facts,
  dates: {},
  samples: [
    { type: 'uppehallstillstand.beviljat', data: { grund: 'UtlL 5:1', route: 'anvisad', fodd: '1990-05-01' } },
    { type: 'folkbokforing.anmald' },
    { type: 'folkbokforing.registrerad' },
  ],
});
