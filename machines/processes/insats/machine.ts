/** Insats: a referral that is answered, carried out, ended and followed up, within the times of 2017:820 13 a–d §§. */
import { form } from './form.js';
import { inforStart } from './infor-start.js';
import { ingenInsats } from './tider.js';
import { underlag } from './underlag.js';

export const machine = form.createMachine({
  id: 'insats',
  initial: 'vilande',
  context: ingenInsats,
  on: { 'handlingsplan.upprattad': { actions: 'noteraPlan' } },
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['insats.begard'] },
      on: {
        'insats.begard': [
          { guard: 'tillKommunen', target: '#svar.vantarPaKommunensSvar', actions: 'noteraBegaran' },
          { guard: 'tillAnordnaren', target: '#svar.vantarPaAnordnarensSvar', actions: 'noteraBegaran' },
          { guard: 'tillCivilsamhallet', target: '#svar.vantarPaCivilsamhalletsSvar', actions: 'noteraBegaran' },
        ],
      },
    },
    inforStart,
    // The activity and the provider's claim run side by side: the claim may come before or after the follow-up.
    paborjad: {
      type: 'parallel',
      // Whoever asked for it may close the matter, for example when the provider will claim nothing.
      on: { 'insats.avskriven': 'avslutad' },
      states: {
        insatsen: {
          initial: 'pagar',
          states: {
            pagar: {
              id: 'pagar',
              initial: 'vantarPaInsatsensSlut',
              on: {
                'insats.avslutad': { target: 'vantarPaUppfoljning', actions: 'noteraSlut' },
                'insatstiden.slut': { target: 'vantarPaUppfoljning', actions: 'noteraSistaDagen' },
                'utskrivning.beslutad': { target: 'vantarPaUppfoljning', actions: 'noteraSlut' },
                'aterkallelse.beslutad': { target: 'vantarPaUppfoljning', actions: 'noteraSlut' },
                'program.avslutat': { target: 'vantarPaUppfoljning', actions: 'noteraSlut' },
                'fonstret.stangt': { target: 'vantarPaUppfoljning', actions: 'noteraSistaDagen' },
                'programtiden.forbrukad': { target: 'vantarPaUppfoljning', actions: 'noteraSistaDagen' },
              },
              states: {
                vantarPaInsatsensSlut: {
                  meta: {
                    owner: 'enligtOverenskommelse',
                    otherwise: 'kommun',
                    basis: 'R13',
                    deadline: { none: true },
                    awaits: ['insats.avslutad'],
                  },
                },
                vantarPaArbetstraningensSlut: {
                  meta: {
                    owner: 'enligtOverenskommelse',
                    otherwise: 'anordnare',
                    basis: '2017:820 13 a §',
                    deadline: { by: 'insatsslut' },
                    awaits: ['insats.avslutad'],
                    clock: { 'insatstiden.slut': 'insatsslut', 'insatsperioden.slut': 'periodslut' },
                  },
                  on: { 'insatsperioden.slut': 'vantarPaNyProvning' },
                },
                vantarPaForstarktArbetstraningsSlut: {
                  meta: {
                    owner: 'enligtOverenskommelse',
                    otherwise: 'anordnare',
                    basis: '2017:820 13 b §',
                    deadline: { by: 'insatsslut' },
                    awaits: ['insats.avslutad'],
                    clock: { 'insatstiden.slut': 'insatsslut', 'insatsperioden.slut': 'periodslut' },
                  },
                  on: { 'insatsperioden.slut': 'vantarPaNyProvning' },
                },
                // 13 c §: a new period is tested before it begins; meanwhile the longest time runs on.
                vantarPaNyProvning: {
                  meta: {
                    owner: 'arbetsformedlingen',
                    basis: '2017:820 13 c §',
                    deadline: { none: true },
                    awaits: ['insats.provad', 'insats.avslutad'],
                    clock: { 'insatstiden.slut': 'insatsslut' },
                  },
                  on: {
                    'insats.provad': [
                      {
                        guard: 'lampligArbetstraning',
                        target: 'vantarPaArbetstraningensSlut',
                        actions: 'noteraPeriod',
                      },
                      {
                        guard: 'lampligForstarktArbetstraning',
                        target: 'vantarPaForstarktArbetstraningsSlut',
                        actions: 'noteraPeriod',
                      },
                      { guard: 'olamplig', target: '#uppfoljning', actions: 'noteraPeriodensSlut' },
                    ],
                  },
                },
                vantarPaBristyrkesutbildningensSlut: {
                  meta: {
                    owner: 'enligtOverenskommelse',
                    otherwise: 'anordnare',
                    basis: '2017:820 13 d §',
                    deadline: { by: 'insatsslut' },
                    awaits: ['insats.avslutad'],
                    clock: { 'insatstiden.slut': 'insatsslut' },
                  },
                },
              },
            },
            vantarPaUppfoljning: {
              id: 'uppfoljning',
              meta: {
                owner: 'enligtOverenskommelse',
                otherwise: 'arbetsformedlingen',
                basis: 'R13',
                deadline: { none: true },
                awaits: ['insats.uppfoljd'],
              },
              on: {
                'insats.uppfoljd': [
                  { guard: 'underlagetKlart', target: '#insats.avslutad' },
                  { guard: 'underlagetVantas', target: 'uppfoljd', actions: 'noteraUppfoljning' },
                ],
              },
            },
            uppfoljd: { meta: { dormant: true, wakes: ['insats.avskriven'] } },
          },
        },
        underlag,
      },
    },
    avslutad: { type: 'final' },
    blevInteAv: { type: 'final' },
  },
});
