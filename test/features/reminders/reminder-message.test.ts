import { reminderMessage, type StepToRemindOf } from '../../../src/reminders/reminder-message.js';

const step = (changes: Partial<StepToRemindOf> = {}): StepToRemindOf => ({
  case: '0763-26-0001',
  action: 'Ta emot personen i kommunen',
  due: '2026-03-13',
  dueKind: 'hard',
  certainty: 'settled',
  basis: '2016:39 10 §',
  clause: null,
  gap: false,
  party: 'kommun',
  unit: 'Integrationsenheten',
  asOf: '2026-03-10',
  baseUrl: 'https://etapp.example/',
  ...changes,
});
const text = (changes: Partial<StepToRemindOf> = {}) => reminderMessage(step(changes)).text;

test('the subject says what, by when and in which case', () => {
  expect(reminderMessage(step()).subject).toBe('Etapp: Ta emot personen i kommunen senast 2026-03-13 (0763-26-0001)');
});

test('the message says who acts, what, by when, on what ground, and where the case is', () => {
  expect(text().split('\n').slice(0, 8)).toEqual([
    'Ärende: 0763-26-0001',
    'Att göra: Ta emot personen i kommunen',
    'Senast: fredag 13 mars 2026 (om 3 dagar)',
    'Om tiden: Det är en gräns i lag.',
    'Grund: 2016:39 10 §',
    'Vem: Kommunen, Integrationsenheten',
    '',
    'Ärendet i Etapp: https://etapp.example/arende/0763-26-0001',
  ]);
});

test('how late a step is stands in words', () => {
  expect(text({ asOf: '2026-03-13' })).toContain('(i dag)');
  expect(text({ asOf: '2026-03-29' })).toContain('(16 dagar sen)');
});

test.each([
  ['hard', 'gräns i lag.'],
  ['soft', 'lagen har ingen fast gräns'],
  ['practice', 'praxis, inte en gräns i lag'],
  ['local', 'Parterna har själva satt tiden'],
] as const)('a %s date is told as what it is', (dueKind, words) => {
  expect(text({ dueKind })).toContain(words);
});

test('an assumed date is told as assumed, and a date that the authority decides as computed', () => {
  expect(text({ certainty: 'assumed' })).toContain('Antaget: den gällande lydelsen är inte läst');
  expect(text({ certainty: 'authority-decides' })).toContain('beräknad av Etapp; myndigheten avgör');
});

test('where the agreement names who acts its clause is told, and where it does not the gap is', () => {
  expect(text({ basis: 'R24', clause: 'K7' })).toContain(
    'Grund: överenskommelsen ska säga det (krav R24); överenskommelsen, K7',
  );
  expect(text({ gap: true, unit: null })).toContain('Vem: Kommunen (överenskommelsen säger inte vem)');
});

test('a unit that is called as its party is named once', () => {
  expect(text({ party: 'arbetsformedlingen', unit: 'Arbetsförmedlingen' })).toContain('Vem: Arbetsförmedlingen\n');
});
