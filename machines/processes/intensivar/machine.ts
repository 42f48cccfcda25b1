// Intensivår was never a word of the ordinance. It rested on a government assignment and on intensiv praktik
// (2017:820 13 e §, in force 2021-04-15–2025-01-31): it can be decided and begun only while that provision is in force.
import { form } from './form.js';
import { ingetAr } from './tider.js';

export const machine = form.createMachine({
  id: 'intensivar',
  initial: 'vilande',
  context: ingetAr,
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['handlingsplan.upprattad'] },
      on: { 'handlingsplan.upprattad': 'iProgrammet' },
    },
    iProgrammet: {
      initial: 'mojligt',
      on: {
        'utskrivning.beslutad': 'uppehall',
        'aterkallelse.beslutad': 'uppehall',
        'program.avslutat': 'avslutat',
        'fonstret.stangt': 'avslutat',
        'programtiden.forbrukad': 'avslutat',
      },
      states: {
        mojligt: {
          meta: { dormant: true, wakes: ['intensivar.beslutat'] },
          on: {
            'intensivar.beslutat': [
              { guard: 'samplaneras', target: 'vantarPaPlanering' },
              { guard: 'iKraft', target: 'vantarPaStart' },
            ],
          },
        },
        vantarPaPlanering: {
          meta: {
            owner: 'arbetsformedlingen',
            basis: 'R53',
            deadline: { none: true },
            awaits: ['intensivar.planerat'],
            clock: { 'bestammelsen.upphavd': 'sistaStartdag' },
          },
          on: { 'intensivar.planerat': 'vantarPaStart', 'bestammelsen.upphavd': 'mojligt' },
        },
        vantarPaStart: {
          meta: {
            owner: 'arbetsformedlingen',
            basis: '2017:820 13 e §',
            deadline: { none: true },
            awaits: ['intensivar.paborjat'],
            clock: { 'bestammelsen.upphavd': 'sistaStartdag' },
          },
          on: {
            'intensivar.paborjat': { guard: 'iKraft', target: 'pagar', actions: 'noteraStart' },
            'bestammelsen.upphavd': 'mojligt',
          },
        },
        // Two kinds of activity side by side or after one another (R51); whenever neither goes on, the next is awaited (R52).
        pagar: {
          type: 'parallel',
          on: {
            'intensivar.avslutat': [
              { guard: 'harGjortEttAr', target: '#intensivar.vantarPaBegaran', actions: 'noteraSlut' },
              { target: '#intensivar.avslutat' },
            ],
            'utskrivning.beslutad': [
              { guard: 'harGjortEttAr', target: '#intensivar.vantarPaBegaran', actions: 'noteraSlut' },
              { target: '#intensivar.uppehall' },
            ],
            'program.avslutat': [
              { guard: 'harGjortEttAr', target: '#intensivar.vantarPaBegaran', actions: 'noteraSlut' },
              { target: '#intensivar.avslutat' },
            ],
            'fonstret.stangt': [
              { guard: 'harGjortEttAr', target: '#intensivar.vantarPaBegaran', actions: 'noteraSistaDagen' },
              { target: '#intensivar.avslutat' },
            ],
            'programtiden.forbrukad': [
              { guard: 'harGjortEttAr', target: '#intensivar.vantarPaBegaran', actions: 'noteraSistaDagen' },
              { target: '#intensivar.avslutat' },
            ],
          },
          states: {
            aret: {
              initial: 'vantarPaGenomforande',
              states: {
                vantarPaGenomforande: {
                  meta: {
                    owner: 'arbetsformedlingen',
                    basis: '2017:820 13 e §',
                    deadline: { within: '0000:1 1 §', from: 'intensivar.paborjat' },
                    awaits: ['intensivar.avslutat'],
                  },
                },
              },
            },
            certifikatgrund: {
              initial: 'underEttAr',
              states: {
                underEttAr: {
                  meta: {
                    dormant: true,
                    wakes: ['intensivar.avslutat'],
                    clock: { 'intensivaret.fullgjort': 'ettArSlut' },
                  },
                  on: { 'intensivaret.fullgjort': { target: 'ettArGjort', actions: 'noteraFullgjort' } },
                },
                ettArGjort: { meta: { dormant: true, wakes: ['intensivar.avslutat'] } },
              },
            },
            sprak: {
              initial: 'utanSprakdel',
              states: {
                utanSprakdel: {
                  meta: { dormant: true, wakes: ['intensivar.del.paborjad'] },
                  on: {
                    'intensivar.del.paborjad': { guard: 'sprakdel', target: 'sprakdelPagar', actions: 'borjaSprak' },
                  },
                },
                sprakdelPagar: {
                  meta: { dormant: true, wakes: ['intensivar.del.avslutad'] },
                  on: {
                    'intensivar.del.avslutad': { guard: 'sprakdel', target: 'utanSprakdel', actions: 'slutaSprak' },
                  },
                },
              },
            },
            arbetsplats: {
              initial: 'utanArbetsplatsdel',
              states: {
                utanArbetsplatsdel: {
                  meta: { dormant: true, wakes: ['intensivar.del.paborjad', 'intensivar.praktik.paborjad'] },
                  on: {
                    'intensivar.del.paborjad': {
                      guard: 'arbetsplatsdel',
                      target: 'arbetsplatsdelPagar',
                      actions: 'borjaArbetsplats',
                    },
                    'intensivar.praktik.paborjad': {
                      guard: 'praktikFarBorja',
                      target: 'intensivPraktikPagar',
                      actions: 'borjaPraktik',
                    },
                  },
                },
                arbetsplatsdelPagar: {
                  meta: { dormant: true, wakes: ['intensivar.del.avslutad'] },
                  on: {
                    'intensivar.del.avslutad': {
                      guard: 'arbetsplatsdel',
                      target: 'utanArbetsplatsdel',
                      actions: 'slutaArbetsplats',
                    },
                  },
                },
                intensivPraktikPagar: {
                  meta: {
                    dormant: true,
                    wakes: ['intensivar.praktik.avslutad'],
                    clock: { 'praktiktiden.slut': 'praktikslut' },
                  },
                  on: {
                    'intensivar.praktik.forlangd': { guard: 'iKraft', actions: 'forlangPraktik' },
                    'intensivar.praktik.avslutad': { target: 'utanArbetsplatsdel', actions: 'slutaPraktik' },
                    'praktiktiden.slut': { target: 'utanArbetsplatsdel', actions: 'slutaPraktik' },
                  },
                },
              },
            },
            takt: {
              initial: 'vantarPaNastaDel',
              states: {
                vantarPaNastaDel: {
                  meta: {
                    owner: 'arbetsformedlingen',
                    basis: 'R52',
                    deadline: { none: true },
                    awaits: ['intensivar.del.paborjad', 'intensivar.praktik.paborjad'],
                  },
                  on: {
                    'intensivar.del.paborjad': 'delPagar',
                    'intensivar.praktik.paborjad': { guard: 'praktikFarBorja', target: 'delPagar' },
                  },
                },
                delPagar: {
                  meta: { dormant: true, wakes: ['intensivar.del.avslutad', 'intensivar.praktik.avslutad'] },
                  on: {
                    'intensivar.del.avslutad': { guard: 'sistaDelen', target: 'vantarPaNastaDel' },
                    'intensivar.praktik.avslutad': { guard: 'sistaDelen', target: 'vantarPaNastaDel' },
                    'praktiktiden.slut': { guard: 'sistaDelen', target: 'vantarPaNastaDel' },
                  },
                },
              },
            },
          },
        },
      },
    },
    // 16 a § (2022-03-01–2025-01-31): after a year the person could ask for a certificate, also after leaving the programme.
    vantarPaBegaran: {
      meta: {
        owner: 'enskild',
        basis: '2017:820 16 a §',
        deadline: { by: 'certifikatsfrist' },
        awaits: ['kunskapscertifikat.begart'],
        clock: { 'certifikatsfristen.passerad': 'certifikatsfrist' },
      },
      on: { 'kunskapscertifikat.begart': 'vantarPaCertifikat', 'certifikatsfristen.passerad': 'avslutat' },
    },
    vantarPaCertifikat: {
      meta: {
        owner: 'arbetsformedlingen',
        basis: '2017:820 16 a §',
        deadline: { none: true },
        awaits: ['kunskapscertifikat.utfardat', 'kunskapscertifikat.avslaget'],
      },
      on: { 'kunskapscertifikat.utfardat': 'avslutat', 'kunskapscertifikat.avslaget': 'avslutat' },
    },
    // 2017:820 20 and 22 §§: whoever left with a plan continues on it, after re-entry or a new assignment.
    uppehall: {
      meta: { dormant: true, wakes: ['aterintrade.skett', 'programanvisning.beslutad'] },
      on: {
        'aterintrade.skett': 'iProgrammet',
        'programanvisning.beslutad': 'iProgrammet',
        'program.avslutat': 'avslutat',
        'fonstret.stangt': 'avslutat',
      },
    },
    avslutat: { type: 'final' },
  },
});
