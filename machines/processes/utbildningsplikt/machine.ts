// 2017:820 14 § is a rule of content, not a status: it binds while the person takes part, and it comes back with the
// person after discharge, to be assessed anew.
import { form } from './form.js';

export const machine = form.createMachine({
  id: 'utbildningsplikt',
  initial: 'vilande',
  context: { laserSfi: false },
  on: { 'sfi.paborjad': { actions: 'noteraSfi' }, 'sfi.avslutad': { actions: 'glomSfi' } },
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['programanvisning.beslutad', 'aterintrade.skett'] },
      on: { 'programanvisning.beslutad': 'iProgrammet', 'aterintrade.skett': 'iProgrammet' },
    },
    iProgrammet: {
      initial: 'vantarPaBedomning',
      on: {
        'utskrivning.beslutad': 'vilande',
        'aterkallelse.beslutad': 'vilande',
        'program.avslutat': 'avslutad',
        'fonstret.stangt': 'avslutad',
        'programtiden.forbrukad': 'avslutad',
      },
      states: {
        vantarPaBedomning: {
          meta: {
            owner: 'arbetsformedlingen',
            basis: '2017:820 14 §',
            deadline: { none: true },
            awaits: ['utbildningsplikt.bedomd'],
          },
          on: {
            'utbildningsplikt.bedomd': [
              { guard: 'omfattas', target: 'omfattad' },
              { guard: 'omfattasInte', target: 'omfattasInte' },
            ],
          },
        },
        omfattasInte: {
          meta: { dormant: true, wakes: ['utbildningsplikt.bedomd'] },
          on: { 'utbildningsplikt.bedomd': { guard: 'omfattas', target: 'omfattad' } },
        },
        omfattad: {
          id: 'omfattad',
          initial: 'vantarPaSokanvisning',
          // Re-assessment may release at any time.
          on: { 'utbildningsplikt.bedomd': { guard: 'omfattasInte', target: 'omfattasInte' } },
          states: {
            vantarPaSokanvisning: {
              meta: {
                owner: 'arbetsformedlingen',
                basis: '2017:820 14 §',
                deadline: { none: true },
                awaits: ['utbildning.sokning.anvisad'],
              },
              on: { 'utbildning.sokning.anvisad': 'vantarPaAnsokan' },
            },
            vantarPaAnsokan: {
              meta: { owner: 'enskild', basis: '2017:820 14 §', deadline: { none: true }, awaits: ['utbildning.sokt'] },
              on: {
                'utbildning.sokt': [
                  {
                    guard: 'folkhogskolaUnderSfi',
                    target: ['#vantan.vantarPaFolkhogskolansPlats', '#vantetid.sfiPagar'],
                  },
                  { guard: 'folkhogskola', target: '#vantan.vantarPaFolkhogskolansPlats' },
                  { guard: 'kommunUnderSfi', target: ['#vantan.vantarPaPlats', '#vantetid.sfiPagar'] },
                  { guard: 'kommun', target: '#vantan.vantarPaPlats' },
                ],
              },
            },
            // Waiting for a place and having something to do meanwhile are two matters: both must show.
            sokt: {
              type: 'parallel',
              states: {
                plats: {
                  id: 'vantan',
                  initial: 'vantarPaPlats',
                  states: {
                    vantarPaPlats: {
                      meta: {
                        owner: 'kommun',
                        basis: '2017:820 14 §',
                        deadline: { none: true },
                        awaits: ['utbildning.plats.erbjuden', 'utbildning.plats.nekad'],
                      },
                      on: {
                        'utbildning.plats.erbjuden': 'vantarPaStart',
                        'utbildning.plats.nekad': '#omfattad.vantarPaSokanvisning',
                      },
                    },
                    vantarPaFolkhogskolansPlats: {
                      meta: {
                        owner: 'anordnare',
                        basis: '2017:820 14 §',
                        deadline: { none: true },
                        awaits: ['utbildning.plats.erbjuden', 'utbildning.plats.nekad'],
                      },
                      on: {
                        'utbildning.plats.erbjuden': 'vantarPaFolkhogskolansStart',
                        'utbildning.plats.nekad': '#omfattad.vantarPaSokanvisning',
                      },
                    },
                    vantarPaStart: {
                      meta: {
                        owner: 'kommun',
                        basis: '2017:820 14 §',
                        deadline: { none: true },
                        awaits: ['utbildning.paborjad'],
                      },
                      on: {
                        'utbildning.paborjad': [
                          { guard: 'sammanhallen', target: ['#progression', '#studieplan.vantarPaStudieplan'] },
                          { guard: 'foreSammanhallen', target: '#progression' },
                        ],
                      },
                    },
                    vantarPaFolkhogskolansStart: {
                      meta: {
                        owner: 'anordnare',
                        basis: '2017:820 14 §',
                        deadline: { none: true },
                        awaits: ['utbildning.paborjad'],
                      },
                      on: { 'utbildning.paborjad': '#progression' },
                    },
                  },
                },
                vantetid: {
                  id: 'vantetid',
                  initial: 'vantarPaAktivitet',
                  states: {
                    vantarPaAktivitet: {
                      meta: {
                        owner: 'enligtOverenskommelse',
                        otherwise: 'kommun',
                        basis: 'R40',
                        deadline: { none: true },
                        awaits: ['vantetid.aktivitet.paborjad'],
                      },
                      on: {
                        'vantetid.aktivitet.paborjad': 'aktivitetPagar',
                        'sfi.paborjad': { target: 'sfiPagar', actions: 'noteraSfi' },
                      },
                    },
                    sfiPagar: {
                      meta: { dormant: true, wakes: ['sfi.avslutad', 'vantetid.aktivitet.paborjad'] },
                      on: {
                        'vantetid.aktivitet.paborjad': 'aktivitetPagar',
                        'sfi.avslutad': { target: 'vantarPaAktivitet', actions: 'glomSfi' },
                      },
                    },
                    aktivitetPagar: {
                      meta: { dormant: true, wakes: ['vantetid.aktivitet.avslutad'] },
                      on: {
                        'vantetid.aktivitet.avslutad': [
                          { guard: 'laserSfi', target: 'sfiPagar' },
                          { guard: 'laserInteSfi', target: 'vantarPaAktivitet' },
                        ],
                      },
                    },
                  },
                },
              },
            },
            studerar: {
              type: 'parallel',
              // When the education ends, or is broken off, the duty is assessed anew.
              on: {
                'utbildning.avslutad': '#utbildningsplikt.iProgrammet.vantarPaBedomning',
                'utbildning.avbruten': '#utbildningsplikt.iProgrammet.vantarPaBedomning',
              },
              states: {
                // How progression is followed is for the agreement to say.
                framsteg: {
                  initial: 'vantarPaProgression',
                  states: {
                    vantarPaProgression: {
                      id: 'progression',
                      meta: {
                        owner: 'enligtOverenskommelse',
                        otherwise: 'kommun',
                        basis: 'R39',
                        deadline: { none: true },
                        awaits: ['utbildning.progression.uppfoljd', 'utbildning.avslutad'],
                      },
                      on: {
                        'utbildning.progression.uppfoljd': 'vantarPaProgression',
                        'utbildning.progression.avstannad': 'vantarPaAtgard',
                      },
                    },
                    vantarPaAtgard: {
                      meta: {
                        owner: 'enligtOverenskommelse',
                        otherwise: 'kommun',
                        basis: 'R39',
                        deadline: { none: true },
                        awaits: ['utbildning.atgard.beslutad'],
                      },
                      on: { 'utbildning.atgard.beslutad': 'vantarPaProgression' },
                    },
                  },
                },
                // 2010:800 20 kap. 33 c–d §§: 23 hours a week on average over four weeks, and a study plan for each pupil.
                studieplan: {
                  id: 'studieplan',
                  initial: 'utanSammanhallenUtbildning',
                  states: {
                    utanSammanhallenUtbildning: { meta: { dormant: true, wakes: ['utbildning.avslutad'] } },
                    vantarPaStudieplan: {
                      meta: {
                        owner: 'kommun',
                        basis: '2010:800 20 kap. 33 d §',
                        deadline: { promptly: '2011:1108 2 kap. 16 §' },
                        awaits: ['utbildning.studieplan.upprattad'],
                      },
                      on: {
                        'utbildning.studieplan.upprattad': [
                          { guard: 'fullOmfattning', target: 'studieplanFinns' },
                          { guard: 'forLitenOmfattning', target: 'vantarPaFullOmfattning' },
                        ],
                      },
                    },
                    vantarPaFullOmfattning: {
                      meta: {
                        owner: 'kommun',
                        basis: '2010:800 20 kap. 33 c §',
                        deadline: { none: true },
                        awaits: ['utbildning.studieplan.reviderad'],
                      },
                      on: { 'utbildning.studieplan.reviderad': { guard: 'fullOmfattning', target: 'studieplanFinns' } },
                    },
                    studieplanFinns: {
                      meta: { dormant: true, wakes: ['utbildning.studieplan.reviderad'] },
                      on: {
                        'utbildning.studieplan.reviderad': [
                          { guard: 'fullOmfattning', target: 'studieplanFinns' },
                          { guard: 'forLitenOmfattning', target: 'vantarPaFullOmfattning' },
                        ],
                      },
                    },
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
