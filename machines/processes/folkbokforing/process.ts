import { assign, setup } from 'xstate';
import { type Dates, defineProcess, type FactEvent, type Meta, type PlainDate } from '../../grammar/index.js';
import { type facts as permitFacts, vuxen } from '../uppehallstillstand/facts.js';
import { facts } from './facts.js';

interface Context {
  tillstand: PlainDate | null;
  /** The permit was granted before the journey: the time to notify then runs from a stay that no fact tells of. */
  kommerMedTillstand: boolean;
}

const dates: Dates<Context> = {
  // 1991:481 26 § 2 st: for those who were here when the conditions were met, in practice the day of the permit. For
  // quota refugees and kin, who arrive with the permit, the first paragraph counts from the stay and no date is shown.
  sistaAnmalningsdag: ({ tillstand, kommerMedTillstand }, law) =>
    tillstand && !kommerMedTillstand
      ? law.within(tillstand, '1991:481 26 § 2 st', 'uppehallstillstand.beviljat')
      : undefined,
};

const machine = setup({
  types: { context: {} as Context, events: {} as FactEvent<typeof facts & typeof permitFacts>, meta: {} as Meta },
  actions: {
    noteraTillstand: assign(({ context, event }) =>
      'route' in event.data
        ? { tillstand: event.on, kommerMedTillstand: ['kvot', 'anknytning'].includes(event.data.route) }
        : context,
    ),
  },
}).createMachine({
  id: 'folkbokforing',
  initial: 'vilande',
  context: { tillstand: null, kommerMedTillstand: false },
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['uppehallstillstand.beviljat'] },
      on: { 'uppehallstillstand.beviljat': { target: 'vantarPaAnmalan', actions: 'noteraTillstand' } },
    },
    vantarPaAnmalan: {
      meta: {
        owner: 'enskild',
        basis: '1991:481 26 § 2 st',
        deadline: { by: 'sistaAnmalningsdag', orNone: true },
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
  // Before that day the general rule of speed stood in another act, which has not been read.
  editions: [{ since: '2018-07-01', basis: '1991:481 3 §', machine }],
  facts,
  dates,
  samples: [
    { type: 'uppehallstillstand.beviljat', data: { grund: 'UtlL 5:1', route: 'anvisad', fodd: vuxen } },
    { type: 'folkbokforing.anmald' },
    { type: 'folkbokforing.registrerad' },
  ],
});
