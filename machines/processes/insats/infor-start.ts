/** The referral until the activity begins: answered, tested, and begun or not (2017:820 13–13 d §§). */
import { form } from './form.js';

export const inforStart = form.createStateConfig({
  initial: 'svar',
  on: {
    'insats.avskriven': 'blevInteAv',
    'utskrivning.beslutad': 'blevInteAv',
    'aterkallelse.beslutad': 'blevInteAv',
    'program.avslutat': 'blevInteAv',
    'fonstret.stangt': 'blevInteAv',
    'programtiden.forbrukad': 'blevInteAv',
  },
  states: {
    // A referral that nobody answers is owed by the one who was asked; only an agreement can say how soon.
    svar: {
      id: 'svar',
      initial: 'vantarPaKommunensSvar',
      on: {
        'insats.avbojd': 'vantarPaNyVag',
        'insats.accepterad': [
          { guard: 'vantarPlanen', target: 'vantarPlanen' },
          { guard: 'provasForst', target: 'vantarPaProvning' },
          { guard: 'bristyrkesutbildning', target: 'vantarPaBristyrkesutbildningensStart' },
          { guard: 'utanTidsgrans', target: 'vantarPaStart' },
        ],
      },
      states: {
        vantarPaKommunensSvar: {
          meta: {
            owner: 'kommun',
            basis: 'R12',
            deadline: { none: true },
            awaits: ['insats.accepterad', 'insats.avbojd'],
          },
        },
        vantarPaAnordnarensSvar: {
          meta: {
            owner: 'anordnare',
            basis: 'R15',
            deadline: { none: true },
            awaits: ['insats.accepterad', 'insats.avbojd'],
          },
        },
        vantarPaCivilsamhalletsSvar: {
          meta: {
            owner: 'civilsamhallet',
            basis: 'R15',
            deadline: { none: true },
            awaits: ['insats.accepterad', 'insats.avbojd'],
          },
        },
      },
    },
    vantarPaNyVag: {
      meta: {
        owner: 'enligtOverenskommelse',
        otherwise: 'arbetsformedlingen',
        basis: 'R12',
        deadline: { none: true },
        awaits: ['insats.hanvisad', 'insats.avskriven'],
      },
      on: {
        'insats.hanvisad': [
          { guard: 'tillKommunen', target: '#svar.vantarPaKommunensSvar' },
          { guard: 'tillAnordnaren', target: '#svar.vantarPaAnordnarensSvar' },
          { guard: 'tillCivilsamhallet', target: '#svar.vantarPaCivilsamhalletsSvar' },
        ],
      },
    },
    vantarPlanen: {
      meta: { dormant: true, wakes: ['handlingsplan.upprattad'] },
      on: {
        'handlingsplan.upprattad': [
          { guard: 'provasForst', target: 'vantarPaProvning', actions: 'noteraPlan' },
          {
            guard: 'bristyrkesutbildning',
            target: 'vantarPaBristyrkesutbildningensStart',
            actions: 'noteraPlan',
          },
        ],
      },
    },
    vantarPaProvning: {
      meta: {
        owner: 'arbetsformedlingen',
        basis: '2017:820 13 c §',
        deadline: { none: true },
        awaits: ['insats.provad'],
      },
      on: {
        'insats.provad': [
          { guard: 'lampligArbetstraning', target: 'vantarPaArbetstraningensStart', actions: 'noteraPeriod' },
          {
            guard: 'lampligForstarktArbetstraning',
            target: 'vantarPaForstarktArbetstraningsStart',
            actions: 'noteraPeriod',
          },
          { guard: 'olamplig', target: '#insats.blevInteAv' },
        ],
      },
    },
    vantarPaArbetstraningensStart: {
      meta: {
        owner: 'enligtOverenskommelse',
        otherwise: 'anordnare',
        basis: '2017:820 13 a §',
        deadline: { none: true },
        awaits: ['insats.paborjad'],
      },
      on: {
        'insats.paborjad': [
          {
            guard: 'medHandledareOchStod',
            target: ['#pagar.vantarPaArbetstraningensSlut', '#underlag.periodenPagar'],
            actions: 'noteraStartMedStod',
          },
          {
            guard: 'medHandledareUtanStod',
            target: '#pagar.vantarPaArbetstraningensSlut',
            actions: 'noteraStart',
          },
        ],
      },
    },
    vantarPaForstarktArbetstraningsStart: {
      meta: {
        owner: 'enligtOverenskommelse',
        otherwise: 'anordnare',
        basis: '2017:820 13 b §',
        deadline: { none: true },
        awaits: ['insats.paborjad'],
      },
      on: {
        'insats.paborjad': [
          {
            guard: 'medStod',
            target: ['#pagar.vantarPaForstarktArbetstraningsSlut', '#underlag.periodenPagar'],
            actions: 'noteraStartMedStod',
          },
          {
            guard: 'utanStod',
            target: '#pagar.vantarPaForstarktArbetstraningsSlut',
            actions: 'noteraStart',
          },
        ],
      },
    },
    vantarPaBristyrkesutbildningensStart: {
      meta: {
        owner: 'enligtOverenskommelse',
        otherwise: 'anordnare',
        basis: '2017:820 13 d §',
        deadline: { none: true },
        awaits: ['insats.paborjad'],
      },
      on: {
        'insats.paborjad': { target: '#pagar.vantarPaBristyrkesutbildningensSlut', actions: 'noteraStart' },
      },
    },
    // Outside the ordinance's own list an activity may begin before there is a plan: the kommun offers it to anyone.
    vantarPaStart: {
      meta: {
        owner: 'enligtOverenskommelse',
        otherwise: 'kommun',
        basis: 'R13',
        deadline: { none: true },
        awaits: ['insats.paborjad'],
      },
      on: { 'insats.paborjad': { target: '#pagar.vantarPaInsatsensSlut', actions: 'noteraStart' } },
    },
  },
});
