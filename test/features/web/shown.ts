/** Fixed data for the views. */
import type { PlainDate } from '../../../machines/grammar/index.js';
import type { CaseView } from '../../../src/cases/case-view.js';
import { loadLibrary } from '../../../src/library/library.js';
import type { NextActionView } from '../../../src/next-actions/action-view.js';
import { pageContext } from '../../../src/web/page-context.js';

export const library = loadLibrary();

export const context = (url = '/') => pageContext(url, '/stil/app.0.css', library);

export const action = (changes: Partial<NextActionView> = {}): NextActionView => ({
  case: '0763-26-0001',
  process: 'sfi',
  instance: null,
  state: 'vantarPaMottagande',
  title: 'Ta emot eleven till sfi',
  party: 'kommun',
  unit: 'vuxenutbildningen',
  contact: 'mote: Vid det första mötet',
  facts: ['sfi.mottagen'],
  since: '2026-02-01',
  due: '2026-02-14',
  dueKind: 'soft',
  certainty: 'settled',
  overdueDays: 16,
  basis: '2010:800 20 kap. 29 § 3 st',
  clause: 'K30',
  gap: false,
  ...changes,
});

const on: PlainDate = '2026-03-02';

export const found = (changes: Partial<CaseView> = {}): CaseView => ({
  id: '0763-26-0001',
  subject: 'deltagare',
  kommun: '0763',
  opened: '2026-01-10',
  version: 4,
  status: 'open',
  attributes: { route: 'anvisad' },
  asOf: on,
  knownAt: null,
  positions: [
    {
      process: 'sfi',
      instance: null,
      name: '',
      state: 'vantarPaMottagande',
      title: '',
      since: '2026-02-01',
      status: 'waiting',
    },
    {
      process: 'etableringsprogrammet',
      instance: null,
      name: '',
      state: 'avslutad',
      title: '',
      since: '2026-02-01',
      status: 'final',
    },
    {
      process: 'intensivar',
      instance: null,
      name: '',
      state: 'vilande',
      title: '',
      since: '2026-01-10',
      status: 'dormant',
    },
  ],
  actions: [
    action(),
    action({ due: null, dueKind: 'none', overdueDays: 0, gap: true, unit: null, clause: null, basis: 'R24' }),
  ],
  facts: [
    {
      id: 'a',
      seq: 1,
      type: 'uppehallstillstand.beviljat',
      label: '',
      on: '2026-01-08',
      by: { party: 'migrationsverket' },
      data: { grund: 'UtlL 5:1', route: 'anvisad', fodd: '1990-05-17', asylboende: true },
      recordedAt: '2026-01-10T22:30:00.000Z',
      recordedBy: 'demonstration',
      lateDays: 0,
      corrects: null,
      reason: null,
      correctedBy: null,
      afterwards: null,
      status: 'counted',
    },
    {
      id: 'b',
      seq: 2,
      type: 'arbetssokande.inskriven',
      label: '',
      on: '2026-01-20',
      by: { party: 'enskild' },
      data: { vag: 'telefon' },
      recordedAt: '2026-01-20T09:00:00.000Z',
      recordedBy: 'demonstration',
      lateDays: 0,
      corrects: null,
      reason: null,
      correctedBy: null,
      afterwards: null,
      status: 'corrected',
    },
  ],
  window: {
    anchor: '2025-01-10',
    fonsterslut: {
      date: '2028-01-10',
      kind: 'entitlement',
      certainty: 'assumed',
      rules: [
        {
          citation: '2017:820 15 § 2 st',
          value: 'window',
          amount: '36 månader',
          since: '2026-01-01',
          certainty: 'assumed',
          note: 'inte läst',
        },
      ],
      inputs: { 'folkbokforing.registrerad': '2025-01-10' },
      otherReading: { date: '2028-03-10', citation: '2017:820 15 § 3 st', reading: 'A' },
    },
    programtidsslut: { date: '2027-06-01', kind: 'entitlement', certainty: 'authority-decides', rules: [], inputs: {} },
    ledger: {
      since: '2025-03-10',
      consumedFullTimeDays: 130.5,
      limitFullTimeDays: 522,
      leftFullTimeDays: 391.5,
      certainty: 'authority-decides',
      rules: [],
    },
  },
  ledgers: [
    {
      process: 'etableringsprogrammet',
      instance: null,
      ledger: 'programtid',
      title: '',
      used: 130.5,
      limit: 522,
      left: 391.5,
      unit: 'heltidsdagar',
      since: '2025-03-10',
      certainty: 'assumed',
      rules: [],
      dates: { fonsterslut: '2028-01-10', programtidsslut: '2027-06-01' },
      lines: [
        {
          from: '2025-02-10',
          to: '2025-03-09',
          kind: 'kartlaggning',
          says: '',
          extent: 100,
          days: 20,
          counted: 0,
          sum: 0,
          left: 522,
        },
        {
          from: '2025-03-10',
          to: '2026-03-01',
          kind: 'deltar-pa-deltid',
          says: '',
          extent: 50,
          days: 261,
          counted: 130.5,
          sum: 130.5,
          left: 391.5,
        },
      ],
      readings: [
        {
          citation: '2017:820 15 § 3 st',
          value: 'reading',
          question: 'Flyttas dagen?',
          inForce: 'B',
          certainty: 'assumed',
          options: [
            {
              choice: 'A',
              says: 'Ja.',
              inForce: false,
              answer: { used: 130.5, limit: 522, unit: 'heltidsdagar', dates: { fonsterslut: '2028-03-10' } },
            },
            {
              choice: 'B',
              says: 'Nej.',
              inForce: true,
              answer: { used: 130.5, limit: 522, unit: 'heltidsdagar', dates: { fonsterslut: '2028-01-10' } },
            },
          ],
        },
      ],
    },
  ],
  ...changes,
});
