import { defineProcess } from '../../grammar/index.js';
import { facts } from './facts.js';
import { dates, form, ingetOmrade } from './form.js';

/** A step of whoever answers for the area; the three differ in nothing else. */
const genomforande = (id: string, owner: 'kommun' | 'arbetsformedlingen' | 'regionen') =>
  form.createStateConfig({
    id,
    meta: {
      owner,
      basis: '0000:1 47 §',
      deadline: { by: 'tidplan', kind: 'practice' },
      awaits: ['utvecklingsomrade.genomfort'],
    },
  });

// What the parties admit is missing is a promise with a day. It is owned, reported on, and done, planned anew or let go;
// a day that passes in silence makes it an item of the next follow-up (0000:1 47 §). Nothing of this stands in law.
const machine = form.createMachine({
  id: 'utvecklingsomrade',
  initial: 'vilande',
  context: ingetOmrade,
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['utvecklingsomrade.upptaget'] },
      on: {
        'utvecklingsomrade.upptaget': [
          { guard: 'agsAvKommunen', target: '#hosKommunen', actions: 'noteraOmradet' },
          { guard: 'agsAvArbetsformedlingen', target: '#hosArbetsformedlingen', actions: 'noteraOmradet' },
          { guard: 'agsAvRegionen', target: '#hosRegionen', actions: 'noteraOmradet' },
          { guard: 'utanAgare', target: '#utanAgare', actions: 'noteraOmradet' },
        ],
        // Areas go with their agreement: a new one takes up what still matters.
        'overenskommelse.ersatt': 'bortfallet',
        'giltigheten.slut': 'bortfallet',
      },
    },
    oppet: {
      type: 'parallel',
      on: {
        'utvecklingsomrade.genomfort': 'genomfort',
        'utvecklingsomrade.avskrivet': 'avskrivet',
        'overenskommelse.ersatt': 'bortfallet',
        'giltigheten.slut': 'bortfallet',
      },
      states: {
        arbete: {
          initial: 'inomTidplanen',
          states: {
            inomTidplanen: {
              initial: 'vantarPaAgare',
              meta: { clock: { 'tidplanen.passerad': 'tidplan' } },
              on: {
                'utvecklingsomrade.agare.utsedd': [
                  { guard: 'agsAvKommunen', target: '#hosKommunen', actions: 'noteraAgare' },
                  { guard: 'agsAvArbetsformedlingen', target: '#hosArbetsformedlingen', actions: 'noteraAgare' },
                  { guard: 'agsAvRegionen', target: '#hosRegionen', actions: 'noteraAgare' },
                ],
                'utvecklingsomrade.tidplan.andrad': { guard: 'framatITiden', actions: 'noteraTidplan' },
                'tidplanen.passerad': 'vantarPaNyTidplan',
              },
              states: {
                vantarPaAgare: {
                  id: 'utanAgare',
                  meta: {
                    owner: 'enligtOverenskommelse',
                    otherwise: 'kommun',
                    basis: '0000:1 47 §',
                    deadline: { by: 'tidplan', kind: 'practice' },
                    awaits: ['utvecklingsomrade.agare.utsedd'],
                  },
                },
                vantarPaKommunen: genomforande('hosKommunen', 'kommun'),
                vantarPaArbetsformedlingen: genomforande('hosArbetsformedlingen', 'arbetsformedlingen'),
                vantarPaRegionen: genomforande('hosRegionen', 'regionen'),
              },
            },
            vantarPaNyTidplan: {
              meta: {
                owner: 'enligtOverenskommelse',
                otherwise: 'kommun',
                basis: '0000:1 47 §',
                deadline: { none: true },
                awaits: [
                  'utvecklingsomrade.tidplan.andrad',
                  'utvecklingsomrade.genomfort',
                  'utvecklingsomrade.avskrivet',
                ],
              },
              on: {
                'utvecklingsomrade.agare.utsedd': { actions: 'noteraAgare' },
                'utvecklingsomrade.tidplan.andrad': [
                  { guard: 'kommunenFortsatter', target: '#hosKommunen', actions: 'noteraTidplan' },
                  {
                    guard: 'arbetsformedlingenFortsatter',
                    target: '#hosArbetsformedlingen',
                    actions: 'noteraTidplan',
                  },
                  { guard: 'regionenFortsatter', target: '#hosRegionen', actions: 'noteraTidplan' },
                  { guard: 'ingenFortsatter', target: '#utanAgare', actions: 'noteraTidplan' },
                ],
              },
            },
          },
        },
        rapportering: {
          initial: 'vantarPaRapport',
          states: {
            vantarPaRapport: {
              meta: {
                owner: 'enligtOverenskommelse',
                otherwise: 'kommun',
                basis: '0000:1 48 §',
                deadline: {
                  within: '0000:1 48 §',
                  from: ['utvecklingsomrade.upptaget', 'utvecklingsomrade.rapporterat'],
                },
                awaits: ['utvecklingsomrade.rapporterat'],
              },
              on: { 'utvecklingsomrade.rapporterat': 'vantarPaRapport' },
            },
          },
        },
      },
    },
    genomfort: { type: 'final' },
    avskrivet: { type: 'final' },
    bortfallet: { type: 'final' },
  },
});

const nummer = 1;

export const utvecklingsomrade = defineProcess({
  id: 'utvecklingsomrade',
  subject: 'overenskommelse',
  instances: { key: 'nummer', opens: ['utvecklingsomrade.upptaget'] },
  editions: [{ since: '2018-01-01', basis: '0000:1 47 §', machine }],
  facts,
  dates,
  samples: [
    { type: 'utvecklingsomrade.upptaget', data: { nummer, senast: '+300', agare: 'kommun' }, weight: 2 },
    { type: 'utvecklingsomrade.upptaget', data: { nummer, senast: '+300', agare: 'arbetsformedlingen' } },
    { type: 'utvecklingsomrade.upptaget', data: { nummer, senast: '+300', agare: 'regionen' } },
    { type: 'utvecklingsomrade.upptaget', data: { nummer, senast: '+300' } },
    { type: 'utvecklingsomrade.agare.utsedd', data: { nummer, agare: 'kommun' } },
    { type: 'utvecklingsomrade.agare.utsedd', data: { nummer, agare: 'arbetsformedlingen' } },
    { type: 'utvecklingsomrade.agare.utsedd', data: { nummer, agare: 'regionen' } },
    { type: 'utvecklingsomrade.rapporterat', data: { nummer, lage: 'enligt-tidplan' } },
    { type: 'utvecklingsomrade.tidplan.andrad', data: { nummer, senast: '+300' } },
    { type: 'utvecklingsomrade.genomfort', data: { nummer } },
    { type: 'utvecklingsomrade.avskrivet', data: { nummer }, weight: 0.2 },
    { type: 'overenskommelse.ersatt' },
    { type: 'tidplanen.passerad' },
    { type: 'giltigheten.slut' },
  ],
});
