/** Mapping and action plan (2017:820 11 §, 2000:628 6 §). */
import { form } from './form.js';

export const planering = form.createStateConfig({
  initial: 'vantarPaKartlaggning',
  states: {
    vantarPaKartlaggning: {
      meta: {
        owner: 'arbetsformedlingen',
        basis: '2017:820 11 §',
        deadline: { none: true },
        awaits: ['kartlaggning.paborjad', 'kartlaggning.genomford', 'kartlaggning.beaktad'],
      },
      on: {
        'kartlaggning.paborjad': 'vantarPaKartlaggningensSlut',
        'kartlaggning.genomford': 'vantarPaHandlingsplan',
        // Since 2023-11-01 an earlier mapping is to be considered (11 §): it may suffice, or be supplemented.
        'kartlaggning.beaktad': [
          { guard: 'tidigareRacker', target: 'vantarPaHandlingsplan' },
          { guard: 'tidigareRackerInte', target: 'vantarPaKartlaggningensSlut' },
        ],
      },
    },
    vantarPaKartlaggningensSlut: {
      meta: {
        owner: 'arbetsformedlingen',
        basis: '2017:820 11 §',
        deadline: { none: true },
        awaits: ['kartlaggning.genomford'],
      },
      on: { 'kartlaggning.genomford': 'vantarPaHandlingsplan' },
    },
    vantarPaHandlingsplan: {
      meta: {
        owner: 'arbetsformedlingen',
        basis: '2000:628 6 § 2 st',
        deadline: { promptly: '2000:628 6 § 2 st' },
        awaits: ['handlingsplan.upprattad'],
      },
      on: { 'handlingsplan.upprattad': { target: 'vantarPaFornyadPlan', actions: 'noteraPlan' } },
    },
    // Taking part. What somebody owes is the renewal of the plan.
    vantarPaFornyadPlan: {
      id: 'deltar',
      meta: {
        owner: 'arbetsformedlingen',
        basis: '2000:628 6 § 3 st',
        deadline: { within: '2000:628 6 § 3 st', from: ['handlingsplan.upprattad', 'handlingsplan.reviderad'] },
        awaits: ['handlingsplan.reviderad', 'handlingsplan.upprattad'],
      },
      on: {
        'handlingsplan.reviderad': { actions: 'noteraPlan' },
        'handlingsplan.upprattad': { actions: 'noteraPlan' },
      },
    },
  },
});
