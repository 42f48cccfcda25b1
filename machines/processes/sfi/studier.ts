import { form } from './form.js';
import { gang } from './gang.js';

const mottagen = (first: string) => [
  {
    guard: 'bedomsVidMottagandet' as const,
    target: [`pagar.gang.${first}`, 'pagar.underlag.vantarPaKunskapsbedomning'],
    actions: 'noteraMottagen' as const,
  },
  { target: [`pagar.gang.${first}`, 'pagar.underlag.vantarPaStudieplan'], actions: 'noteraMottagen' as const },
];

/** From the registration to the end of one spell of sfi, and back again when the pupil is taken in anew. */
export const studier = form.createStateConfig({
  initial: 'vantarPaAnmalan',
  states: {
    vantarPaAnmalan: {
      meta: {
        owner: 'enligtOverenskommelse',
        otherwise: 'kommun',
        basis: '2010:800 20 kap. 28 §',
        deadline: { promptly: '2010:800 20 kap. 29 § 2 st' },
        awaits: ['sfi.anmald'],
      },
      on: { 'sfi.anmald': 'vantarPaMottagande', 'handlingsplan.upprattad': 'vantarPaAnmalanEfterPlan' },
    },
    // 2017:820 12 §: the handlingsplan makes sfi an activity of the programme besides.
    vantarPaAnmalanEfterPlan: {
      meta: {
        owner: 'enligtOverenskommelse',
        otherwise: 'kommun',
        basis: '2017:820 12 §',
        deadline: { promptly: '2017:820 12 §' },
        awaits: ['sfi.anmald'],
      },
      on: { 'sfi.anmald': 'vantarPaMottagande' },
    },
    vantarPaMottagande: {
      meta: {
        owner: 'kommun',
        basis: '2010:800 20 kap. 29 § 3 st',
        deadline: { within: '2010:800 20 kap. 29 § 3 st', from: 'sfi.anmald' },
        awaits: ['sfi.mottagen'],
      },
      on: { 'sfi.mottagen': mottagen('vantarPaStart'), 'sfi.flyttad': 'vantarPaNyttMottagande' },
    },
    // A new hemkommun sees to it that sfi is offered; the right goes on from the first reception.
    vantarPaNyttMottagande: {
      meta: {
        owner: 'kommun',
        basis: '2010:800 20 kap. 28 §',
        deadline: { promptly: '2010:800 20 kap. 29 § 2 st' },
        awaits: ['sfi.mottagen'],
      },
      on: { 'sfi.mottagen': mottagen('vantarPaAterstart') },
    },
    pagar: {
      type: 'parallel',
      on: {
        'sfi.studievag.beslutad': { actions: 'noteraStudievag' },
        'sfi.avbruten': { target: 'avbruten', actions: 'lamna' },
        'sfi.flyttad': { target: 'vantarPaNyttMottagande', actions: 'lamna' },
      },
      states: {
        gang,
        // What the reception sets going: assessment (33 a §), plan (8 a §), guidance before the start (30 §).
        underlag: {
          initial: 'vantarPaStudieplan',
          states: {
            vantarPaKunskapsbedomning: {
              meta: {
                owner: 'kommun',
                basis: '2010:800 20 kap. 33 a §',
                deadline: { promptly: '2010:800 20 kap. 33 a §' },
                awaits: ['sfi.kunskaper.bedomda'],
              },
              on: {
                'sfi.kunskaper.bedomda': 'vantarPaStudieplan',
                'sfi.vagledning.given': { actions: 'noteraVagledning' },
              },
            },
            vantarPaStudieplan: {
              meta: {
                owner: 'kommun',
                basis: '2010:800 20 kap. 8 a §',
                deadline: { promptly: '2011:1108 2 kap. 16 §' },
                awaits: ['sfi.studieplan.upprattad'],
              },
              on: {
                'sfi.studieplan.upprattad': { target: 'vantarPaVagledning', actions: 'noteraStudieplan' },
                'sfi.vagledning.given': { actions: 'noteraVagledning' },
              },
            },
            vantarPaVagledning: {
              meta: {
                owner: 'kommun',
                basis: '2010:800 20 kap. 30 §',
                deadline: { none: true },
                awaits: ['sfi.vagledning.given'],
              },
              always: { guard: 'vagleddEllerBorjat', target: 'underlagetKlart' },
              on: { 'sfi.vagledning.given': { target: 'underlagetKlart', actions: 'noteraVagledning' } },
            },
            // The plan lives on: it is revised as the studies go.
            underlagetKlart: {
              meta: { dormant: true, wakes: ['sfi.studieplan.upprattad'] },
              on: { 'sfi.studieplan.upprattad': { actions: 'noteraStudieplan' } },
            },
          },
        },
      },
    },
    // 9 §: what has ended or been interrupted is offered again for special reasons, as long as the right lasts.
    avbruten: {
      meta: { dormant: true, wakes: ['sfi.anmald'] },
      on: { 'sfi.anmald': 'vantarPaBeslutOmAterupptagande', 'sfi.flyttad': 'vantarPaNyttMottagande' },
    },
    vantarPaBeslutOmAterupptagande: {
      meta: {
        owner: 'kommun',
        basis: '2010:800 20 kap. 9 §',
        deadline: { none: true },
        awaits: ['sfi.aterupptagande.beslutat'],
      },
      on: {
        'sfi.aterupptagande.beslutat': [
          { guard: 'bifall', target: ['pagar.gang.vantarPaAterstart', 'pagar.underlag.underlagetKlart'] },
          { guard: 'avslag', target: 'avbruten' },
        ],
      },
    },
  },
});
