/** What the machine of folkbokforing may test and note: its facts, guards and actions. */
import { assertEvent, assign, setup } from 'xstate';
import { type FactEvent, limit, type Meta, type TimeFactEvent } from '../../grammar/index.js';
import type { facts as settlementFacts } from '../bosattning/facts.js';
import type { facts as permitFacts } from '../uppehallstillstand/facts.js';
import { tillfalligtSkydd } from '../uppehallstillstand/krets.js';
import { type Bosattning, dates, overgangsregelnUppfylld, sexManaderTill, treArsregelnUppfylld } from './dagar.js';
import type { facts } from './facts.js';

type Facts = typeof facts & typeof permitFacts & Pick<typeof settlementFacts, 'bosattning.mottagen'>;

type Event =
  | FactEvent<Facts>
  | TimeFactEvent<
      | 'skyddsreglerna.andrade'
      | 'tolvmanaderna.passerade'
      | 'sexmanaderna.passerade'
      | 'folkbokforing.overklagandetid.utgangen'
    >;

const skydd = (event: Event): boolean => 'grund' in event.data && tillfalligtSkydd(event.data.grund);

/** The case with what the event tells of the permit: how long it lasts and since when there has been protection. */
function medTillstand(context: Bosattning, event: Event): Bosattning {
  const gallerTill = 'galler-till' in event.data ? event.data['galler-till'] : undefined;
  const nytt = event.type === 'uppehallstillstand.beviljat' || event.type === 'uppehallstillstand.forlangt';
  const skyddSedan = 'grund' in event.data && skydd(event) ? (event.data['skydd-sedan'] ?? event.on) : null;
  return {
    ...context,
    gallerTill: nytt ? (gallerTill ?? null) : context.gallerTill,
    skyddSedan: context.skyddSedan ?? skyddSedan,
    fodd: 'fodd' in event.data ? event.data.fodd : context.fodd,
  };
}

export const form = setup({
  types: { context: {} as Bosattning, events: {} as Event, meta: {} as Meta },
  guards: {
    skyddITreAr: ({ context, event }) =>
      (skydd(event) || context.skyddSedan !== null) && treArsregelnUppfylld(medTillstand(context, event), event.law),
    medTillfalligtSkydd: ({ event }) => skydd(event),
    // Quota refugees and kin arrive with the permit: the time to notify runs from a stay that begins later.
    kommerMedTillstand: ({ event }) => 'route' in event.data && ['kvot', 'anknytning'].includes(event.data.route),
    overgangsregeln: ({ context, event }) => overgangsregelnUppfylld(context, event.law),
    vantasStannaSexManader: ({ context, event }) => sexManaderTill(medTillstand(context, event), event.law),
    inresanOkand: ({ context }) => context.inrest === null,
    // 2015:899 1 §: has turned 13. That the person is folkbokförd the state says.
    idkortsaldern: limit(dates, { after: ['underIdkortsalder'] }),
    idkortSokt: ({ context }) => context.idkortSokt,
  },
  actions: {
    noteraTillstand: assign(({ context, event }) => medTillstand(context, event)),
    noteraVillkor: assign(({ context, event }) => ({
      ...medTillstand(context, event),
      villkorSedan: event.on,
      villkorAv: event.type,
    })),
    noteraInresa: assign({ inrest: ({ event }) => event.on }),
    noteraAnmalan: assign({ anmald: ({ event }) => event.on, avslagen: null, begart: null }),
    noteraBegaran: assign({ begart: ({ event }) => event.on }),
    noteraAvslag: assign({ avslagen: ({ event }) => event.on }),
    noteraIdkort: assign(({ event }) => {
      assertEvent(event, ['idkort.sokt', 'idkort.utfardat', 'idkort.nekat']);
      return { idkortSokt: event.type === 'idkort.sokt' };
    }),
  },
});
