import { describe, expect, test } from '@jest/globals';
import type { Refusal } from '../../../src/engine/refusal.js';
import { refusalMessage } from '../../../src/http/messages.js';
import { library } from './etapp-server.js';

const refusal = (changes: Partial<Refusal>): Refusal => ({
  slug: 'not-awaited',
  type: 'sfi.paborjad',
  on: '2026-03-01',
  awaited: [],
  limits: [],
  missing: [],
  catchUp: [],
  problems: [],
  ...changes,
});

const reception = {
  party: 'kommun',
  facts: ['sfi.mottagen'],
  basis: '2010:800 20 kap. 29 § 3 st',
  due: '2026-04-20',
} as const;
const window = {
  date: '2026-03-14',
  kind: 'entitlement',
  certainty: 'assumed',
  rules: [
    {
      citation: '2017:820 15 § 2 st',
      amount: '36 månader',
      since: '2026-01-01',
      certainty: 'assumed',
      note: 'lydelsen ej läst',
    },
  ],
  inputs: { 'folkbokforing.registrerad': '2023-03-14' },
} as const;
const limit = {
  process: 'etableringsprogrammet',
  timeFact: 'fonstret.stangt',
  dateName: 'fonsterslut',
  reckoned: { ...window, rules: [...window.rules] },
};

const say = (changes: Partial<Refusal>, awaited: readonly (typeof reception)[] = [], language: 'sv' | 'en' = 'sv') =>
  refusalMessage({ refusal: refusal(changes), awaited }, library, language);

describe('a refusal says what happened, whose turn it is and what to do', () => {
  test('a fact that comes too early', () => {
    expect(say({ missing: ['sfi.mottagen'] }, [reception])).toBe(
      'sfi.paborjad väntas inte ännu. Först väntas sfi.mottagen från Kommunen (2010:800 20 kap. 29 § 3 st, senast 2026-04-20). ' +
        'Registrera först: sfi.mottagen.',
    );
    expect(say({ missing: ['sfi.mottagen'] }, [reception], 'en')).toBe(
      'sfi.paborjad is not awaited yet. First awaited: sfi.mottagen from the municipality (2010:800 20 kap. 29 § 3 st, by 2026-04-20). ' +
        'Record first: sfi.mottagen.',
    );
  });

  test('a fact that comes after a date has passed, with the rule and what is assumed', () => {
    const label = library.texts.sv['etableringsprogrammet']?.dates?.['fonsterslut'];
    const message = say({ type: 'omfattning.andrad', limits: [limit] });
    expect(message).toContain('omfattning.andrad väntas inte längre.');
    expect(message).toContain(
      `${label}: sista dag 2026-03-14 (2017:820 15 § 2 st, 36 månader från folkbokforing.registrerad 2023-03-14; antaget: lydelsen ej läst).`,
    );
    expect(message).not.toContain('..');
  });

  test('a fact that a guard refuses, in the words of the process', () => {
    const why = library.texts.sv['etableringsprogrammet']?.guards?.['omfattasInte'] ?? '';
    expect(why).not.toBe('');
    expect(say({ limits: [{ process: 'etableringsprogrammet', guard: 'omfattasInte' }] })).toContain(
      why.replace(/\.$/, ''),
    );
  });

  test('a fact that nobody awaits', () => {
    expect(say({})).toBe(
      'sfi.paborjad väntas inte den 2026-03-01. Ingen del av ärendet väntar på den uppgiften den dagen. ' +
        'Kontrollera dagen och om uppgiften redan är registrerad.',
    );
  });

  test('a procedure that the law does not have on the day', () => {
    const limits = [{ process: 'intensivar', guard: 'finnsILag', citation: '2017:820 13 a §' }];
    expect(say({ slug: 'law-not-in-force', type: 'intensivar.beslutat', limits })).toContain(
      '2017:820 13 a § gäller inte den 2026-03-01.',
    );
  });

  test('a closed case, an unknown type, wrong data', () => {
    expect(say({ slug: 'case-closed' })).toContain('ärendet är avslutat');
    expect(say({ slug: 'unknown-fact', type: 'sfi.start', problems: ['sfi.paborjad', 'sfi.anmald'] })).toBe(
      'Faktatypen «sfi.start» finns inte. Menade du sfi.paborjad eller sfi.anmald?',
    );
    expect(
      say({ slug: 'invalid-data', problems: ['on: future (2026-03-02 at the latest)', 'kurs: invalid (A | B)'] }),
    ).toBe(
      'sfi.paborjad går inte att registrera så. on ligger för långt fram (senast 2026-03-02). kurs har fel form (A | B).',
    );
  });
});

test('every party has a name that fits in a sentence', () => {
  expect(say({ missing: ['x'] }, [{ ...reception, party: 'enskild' as 'kommun' }])).toContain('från den enskilde (');
});
