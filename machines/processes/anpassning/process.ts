import { defineProcess } from '../../grammar/index.js';
import { facts } from './facts.js';
import { dates, form } from './form.js';

// The law orders no dialogue between the parties: that is what the agreement is for (R54–R60). What it does order stands
// in etableringsprogrammet: extent (2017:820 8–9 §§) and the examination of a sick participant's adaptation (19 §).
// Several needs are one dialogue: the parties talk about a person, not about each need by itself.
const machine = form.createMachine({
  id: 'anpassning',
  initial: 'vilande',
  context: { meddelat: null },
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['arbetssokande.inskriven'] },
      on: { 'arbetssokande.inskriven': 'oppen' },
    },
    oppen: {
      type: 'parallel',
      on: { 'program.avslutat': 'avslutad', 'fonstret.stangt': 'avslutad', 'programtiden.forbrukad': 'avslutad' },
      states: {
        stod: {
          initial: 'ingetBehov',
          // 2017:820 21 §: a recall applies at once, and with it the activities that were to be adapted.
          on: { 'aterkallelse.beslutad': '.ingetBehov' },
          states: {
            ingetBehov: {
              meta: { dormant: true, wakes: ['behov.identifierat', 'anpassning.provad'] },
              on: { 'behov.identifierat': 'behovFinns', 'anpassning.provad': 'anpassningProvad' },
            },
            // 2017:820 19 §: the duty is to examine. If something is adapted, that is a fact of its own; nobody is awaited.
            anpassningProvad: {
              meta: { dormant: true, wakes: ['anpassning.beslutad', 'behov.identifierat', 'franvaro.avslutad'] },
              on: {
                'anpassning.beslutad': 'behovFinns.vantarPaUppfoljning',
                'omfattning.andrad': [
                  { guard: 'anpassadOmfattning', target: 'behovFinns.vantarPaUppfoljning' },
                  // Any other change of extent is no adaptation.
                  {},
                ],
                'behov.identifierat': 'behovFinns',
                'franvaro.avslutad': 'ingetBehov',
              },
            },
            behovFinns: {
              initial: 'vantarPaBegaranOmDialog',
              on: {
                'behov.identifierat': '.vantarPaBegaranOmDialog',
                'behov.lyft': '.vantarPaForumet',
                'behov.avslutat': 'ingetBehov',
              },
              states: {
                vantarPaBegaranOmDialog: {
                  meta: {
                    owner: 'enligtOverenskommelse',
                    otherwise: 'arbetsformedlingen',
                    basis: 'R58',
                    deadline: { none: true },
                    awaits: ['dialog.begard'],
                  },
                  on: { 'dialog.begard': 'vantarPaDialog' },
                },
                vantarPaDialog: {
                  meta: {
                    owner: 'enligtOverenskommelse',
                    otherwise: 'arbetsformedlingen',
                    basis: 'R59',
                    deadline: { none: true },
                    awaits: ['dialog.hallen'],
                  },
                  // Another need is taken up in the dialogue that is awaited already.
                  on: { 'dialog.hallen': 'vantarPaAnpassning', 'behov.identifierat': 'vantarPaDialog' },
                },
                vantarPaForumet: {
                  meta: {
                    owner: 'enligtOverenskommelse',
                    otherwise: 'kommun',
                    basis: 'R14',
                    deadline: { none: true },
                    awaits: ['dialog.hallen'],
                  },
                  on: { 'dialog.hallen': 'vantarPaAnpassning', 'behov.identifierat': 'vantarPaForumet' },
                },
                vantarPaAnpassning: {
                  meta: {
                    owner: 'arbetsformedlingen',
                    basis: 'R57',
                    deadline: { none: true },
                    awaits: ['anpassning.beslutad', 'behov.avslutat'],
                  },
                  on: {
                    'anpassning.beslutad': 'vantarPaUppfoljning',
                    'omfattning.andrad': [{ guard: 'anpassadOmfattning', target: 'vantarPaUppfoljning' }, {}],
                  },
                },
                vantarPaUppfoljning: {
                  meta: {
                    owner: 'enligtOverenskommelse',
                    otherwise: 'arbetsformedlingen',
                    basis: 'R59',
                    deadline: { none: true },
                    awaits: ['anpassning.uppfoljd'],
                  },
                  on: {
                    'anpassning.uppfoljd': [
                      { guard: 'anpassningenFortsatter', target: 'vantarPaUppfoljning' },
                      { guard: 'anpassningenAndras', target: 'vantarPaBegaranOmDialog' },
                      { target: '#anpassning.oppen.stod.ingetBehov' },
                    ],
                  },
                },
              },
            },
          },
        },
        avbrott: {
          initial: 'ingetAvbrott',
          states: {
            ingetAvbrott: {
              meta: { dormant: true, wakes: ['utskrivning.beslutad', 'aterkallelse.beslutad'] },
              on: { 'utskrivning.beslutad': 'avbrutet', 'aterkallelse.beslutad': 'avbrutet' },
            },
            avbrutet: {
              initial: 'vantarPaMeddelandeOmAvbrott',
              on: {
                'aterintrade.skett': 'ingetAvbrott',
                'programanvisning.beslutad': 'ingetAvbrott',
                // A discharge that turns into a recall is news to the other party.
                'aterkallelse.beslutad': '.vantarPaMeddelandeOmAvbrott',
              },
              states: {
                // 2002:546 12 §: socialnämnden may be told of programme and period; decisions as such are public (2009:400
                // 28 kap. 11 §). To whom, and how, is for the agreement to say.
                vantarPaMeddelandeOmAvbrott: {
                  meta: {
                    owner: 'arbetsformedlingen',
                    basis: 'R60',
                    deadline: { within: '0000:1 32 §', from: ['utskrivning.beslutad', 'aterkallelse.beslutad'] },
                    awaits: ['avbrott.meddelat'],
                  },
                  on: { 'avbrott.meddelat': { target: 'vantarPaBekraftelse', actions: 'noteraMeddelat' } },
                },
                vantarPaBekraftelse: {
                  meta: {
                    owner: 'kommun',
                    basis: 'R10',
                    deadline: { by: 'bekraftelsedag', kind: 'practice' },
                    awaits: ['avbrott.bekraftat'],
                  },
                  on: { 'avbrott.bekraftat': 'avbrottKant' },
                },
                avbrottKant: {
                  meta: {
                    dormant: true,
                    wakes: ['aterintrade.skett', 'programanvisning.beslutad', 'aterkallelse.beslutad'],
                  },
                },
              },
            },
          },
        },
      },
    },
    avslutad: { type: 'final' },
  },
});

export const anpassning = defineProcess({
  id: 'anpassning',
  subject: 'deltagare',
  editions: [{ since: '2018-01-01', basis: '2017:820 8 §', machine }],
  facts,
  dates,
  samples: [
    { type: 'arbetssokande.inskriven', data: { vag: 'kommunstod' } },
    { type: 'behov.identifierat', data: { slag: 'halsa' } },
    { type: 'behov.identifierat', data: { slag: 'arbetsformaga' } },
    { type: 'behov.identifierat', data: { slag: 'boende' }, weight: 0.5 },
    { type: 'behov.identifierat', data: { slag: 'familj' }, weight: 0.5 },
    { type: 'behov.identifierat', data: { slag: 'annat' }, weight: 0.2 },
    { type: 'anpassning.provad' },
    { type: 'franvaro.avslutad' },
    { type: 'omfattning.andrad', data: { omfattning: 50, skal: 'nedsatt-formaga' } },
    { type: 'omfattning.andrad', data: { omfattning: 50, skal: 'forskola' } },
    { type: 'dialog.begard', data: { grund: 'samtycke' }, weight: 4, days: [1, 21] },
    { type: 'dialog.begard', data: { grund: 'uppgiftsskyldighet' } },
    { type: 'dialog.begard', data: { grund: 'avidentifierat' } },
    { type: 'dialog.hallen', days: [3, 40] },
    { type: 'behov.lyft', data: { grund: 'samtycke' } },
    { type: 'anpassning.beslutad', weight: 4, days: [3, 45] },
    { type: 'behov.avslutat', days: [7, 90] },
    { type: 'anpassning.uppfoljd', data: { utfall: 'fortsatter' }, days: [30, 90] },
    { type: 'anpassning.uppfoljd', data: { utfall: 'andras' }, weight: 0.5, days: [30, 90] },
    { type: 'anpassning.uppfoljd', data: { utfall: 'avslutas' }, days: [30, 90] },
    { type: 'utskrivning.beslutad', data: { grund: '17 § 1' } },
    { type: 'aterkallelse.beslutad', data: { grund: '21 § 1' } },
    { type: 'avbrott.meddelat', days: [0, 5] },
    { type: 'avbrott.bekraftat', days: [0, 8] },
    { type: 'aterintrade.skett' },
    { type: 'programanvisning.beslutad', data: { omfattning: 100 } },
    { type: 'program.avslutat', data: { till: 'arbete' } },
    { type: 'fonstret.stangt' },
    { type: 'programtiden.forbrukad' },
  ],
});
