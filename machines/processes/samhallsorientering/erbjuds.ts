import { form } from './form.js';

const open = {
  'samhallsorientering.anmald': 'vantarPaStart',
  'samhallsorientering.avbojd': 'avbojd',
  'samhallsorientering.undantagen': 'undantagen',
} as const;

const begun = {
  'samhallsorientering.paborjad': '#samhallsorientering.vantarPaGenomforande',
  'samhallsorientering.avbojd': 'avbojd',
} as const;

const clock = { 'skyldighetsslutet.narmar': 'dagForeSlutskedet' } as const;

/** 2013:156 3–5 §§: the offer and the way to the start, while the duty lasts and the person is of the age. */
export const erbjuds = form.createStateConfig({
  initial: 'vantarPaAnmalan',
  meta: {
    clock: { 'skyldigheten.upphord': 'skyldighetsslut', 'samhallsorienteringsaldern.passerad': 'sistaDagFore' },
  },
  on: {
    'skyldigheten.upphord': 'skyldighetenUpphord',
    'samhallsorienteringsaldern.passerad': 'overAldern',
  },
  states: {
    vantarPaAnmalan: {
      meta: {
        owner: 'kommun',
        basis: '2013:156 4 §',
        deadline: { promptly: '2013:156 4 §' },
        awaits: ['samhallsorientering.erbjuden', 'samhallsorientering.anmald'],
        clock,
      },
      on: {
        ...open,
        'skyldighetsslutet.narmar': 'vantarPaAnmalanISlutskedet',
        'samhallsorientering.erbjuden': 'vantarPaSvar',
        'handlingsplan.upprattad': 'vantarPaAnmalanEfterPlan',
      },
    },
    // It is an offer: the person may take it or not. No time is set for the answer.
    vantarPaSvar: {
      meta: {
        owner: 'enskild',
        basis: '2013:156 3 §',
        deadline: { none: true },
        awaits: ['samhallsorientering.anmald', 'samhallsorientering.avbojd'],
      },
      on: { ...open, 'handlingsplan.upprattad': 'vantarPaAnmalanEfterPlan' },
    },
    // 2017:820 12 §: with the plan, samhällsorientering is an activity of the programme too.
    vantarPaAnmalanEfterPlan: {
      meta: {
        owner: 'kommun',
        basis: '2017:820 12 §',
        deadline: { promptly: '2017:820 12 §' },
        awaits: ['samhallsorientering.anmald'],
        clock,
      },
      on: { ...open, 'skyldighetsslutet.narmar': 'vantarPaAnmalanISlutskedet' },
    },
    // The duty is soon over: what the law wanted as soon as possible now has a last day. Nobody breaks a rule by letting it
    // pass, but the person can no longer count on the municipality after it.
    vantarPaAnmalanISlutskedet: {
      meta: {
        owner: 'kommun',
        basis: '2013:156 4 §',
        deadline: { by: 'skyldighetsslut', kind: 'soft' },
        awaits: ['samhallsorientering.erbjuden', 'samhallsorientering.anmald'],
      },
      on: {
        ...open,
        'samhallsorientering.anmald': 'vantarPaStartISlutskedet',
        'samhallsorientering.erbjuden': 'vantarPaSvar',
      },
    },
    vantarPaStart: {
      meta: {
        owner: 'kommun',
        basis: '2013:156 4 §',
        deadline: { promptly: '2013:156 4 §' },
        awaits: ['samhallsorientering.paborjad'],
        clock,
      },
      on: { ...begun, 'skyldighetsslutet.narmar': 'vantarPaStartISlutskedet' },
    },
    vantarPaStartISlutskedet: {
      meta: {
        owner: 'kommun',
        basis: '2013:156 4 §',
        deadline: { by: 'skyldighetsslut', kind: 'soft' },
        awaits: ['samhallsorientering.paborjad'],
      },
      on: begun,
    },
    // Declining costs nothing by this act; with a handlingsplan the activity is expected all the same.
    avbojd: {
      meta: { dormant: true, wakes: ['samhallsorientering.anmald', 'handlingsplan.upprattad'] },
      on: {
        'samhallsorientering.anmald': 'vantarPaStart',
        'handlingsplan.upprattad': 'vantarPaAnmalanEfterPlan',
      },
    },
    undantagen: {
      meta: { dormant: true, wakes: ['samhallsorientering.undantag.upphort'] },
      on: { 'samhallsorientering.undantag.upphort': 'vantarPaAnmalan' },
    },
  },
});
