/** What the machine of sfi may test and note: its facts, guards and actions. */
import { assign, setup } from 'xstate';
import { type FactEvent, inForce, type Meta, notLater, type TimeFactEvent } from '../../grammar/index.js';
import type { facts as programmeFacts } from '../etableringsprogrammet/facts.js';
import type { facts as permitFacts } from '../uppehallstillstand/facts.js';
import type { facts } from './facts.js';
import { dates, langstaForlangning, type Sfitid, sistaForlangning } from './rattstid.js';

type Facts = typeof facts & typeof permitFacts & Pick<typeof programmeFacts, 'handlingsplan.upprattad'>;

type TimeFacts =
  | 'sfiratten.intradd'
  | 'sfiratten.tidsbegransad'
  | 'sfiratten.upphord'
  | 'sfiforlangningen.aktuell'
  | 'sfifranvaron.overlang';

export const form = setup({
  types: {
    context: {} as Sfitid,
    events: {} as FactEvent<Facts> | TimeFactEvent<TimeFacts>,
    meta: {} as Meta,
  },
  guards: {
    // 2010:800 20 kap. 31 §: the right arises with a half-year, not with a birthday.
    underAldern: ({ context, event }) => {
      const fodd = 'fodd' in event.data ? event.data.fodd : null;
      return event.on <= (dates['sistaDagUtanRatt']?.({ ...context, fodd }, event.law)?.date ?? '');
    },
    bedomsVidMottagandet: inForce('2010:800 20 kap. 33 a §'),
    sistaKursen: ({ event }) => 'kurs' in event.data && event.data.kurs === 'D',
    // Courses run A–D; the study path says with which the pupil begins. Some may be skipped but none repeated.
    nastaKurs: ({ context, event }) => {
      if (!('kurs' in event.data) || event.data.kurs === 'D') return false;
      const { senasteKurs, studievag } = context;
      const first = studievag ? event.law.choice('0000:1 5 §', `firstCourse${studievag}`).choice : '';
      return event.data.kurs > (senasteKurs ?? '') && event.data.kurs >= first;
    },
    utanGiltigtSkal: ({ event }) => 'giltig' in event.data && !event.data.giltig,
    medGiltigtSkal: ({ event }) => 'giltig' in event.data && event.data.giltig,
    bifall: ({ event }) => 'bifall' in event.data && event.data.bifall,
    avslag: ({ event }) => 'bifall' in event.data && !event.data.bifall,
    laser: ({ context }) => context.laser,
    laserInte: ({ context }) => !context.laser,
    vagleddEllerBorjat: ({ context }) => context.vagledd || context.laser,
    tidsgransGaller: inForce('2010:800 20 kap. 31 a §'),
    // 31 a §: at most six months at a time and three years in all. The last possible decision is told apart.
    tillSistaDagen: ({ context, event }) =>
      'till' in event.data &&
      event.data.till === sistaForlangning(context, event.law)?.date &&
      event.data.till <= (langstaForlangning(context, event.law)?.date ?? ''),
    inomForlangningen: notLater('till', langstaForlangning),
    uppgifterSkaLamnas: inForce('2000:625 1 a §'),
  },
  actions: {
    noteraFodd: assign({ fodd: ({ context, event }) => ('fodd' in event.data ? event.data.fodd : context.fodd) }),
    noteraMottagen: assign({ mottagen: ({ context, event }) => context.mottagen ?? event.on }),
    // 8 a §: where the plan names an earlier first reception than Etapp knew of, the plan is right.
    noteraStudieplan: assign({
      mottagen: ({ context, event }) => {
        const first = 'forst-mottagen' in event.data ? event.data['forst-mottagen'] : undefined;
        return first && context.mottagen && first < context.mottagen ? first : context.mottagen;
      },
    }),
    noteraVagledning: assign({ vagledd: true }),
    noteraStudievag: assign({
      studievag: ({ context, event }) => ('studievag' in event.data ? event.data.studievag : context.studievag),
    }),
    noteraKurs: assign({
      senasteKurs: ({ context, event }) => ('kurs' in event.data ? event.data.kurs : context.senasteKurs),
    }),
    noteraStart: assign({ laser: true }),
    noteraFranvaro: assign({ franvaroSedan: ({ event }) => event.on }),
    avslutaFranvaro: assign({ franvaroSedan: null }),
    lamna: assign({ laser: false, franvaroSedan: null }),
    noteraForlangning: assign({
      forlangdTill: ({ context, event }) => ('till' in event.data ? event.data.till : context.forlangdTill),
    }),
  },
});
