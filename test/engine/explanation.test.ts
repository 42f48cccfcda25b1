/** The chain fact → rule → date → step → unit, as data and as sentences that can be read aloud. */
import type { PlainDate } from '../../machines/grammar/index.js';
import { explanationView } from '../../src/cases/explanation-view.js';
import { type Explanation, explain } from '../../src/engine/explain.js';
import { datesOfCase } from '../../src/engine/explanation/dates.js';
import { journey } from '../../src/engine/journeys.js';
import { nextActions } from '../../src/engine/next-actions.js';
import { dateSentences } from '../../src/presentation/explanation-words.js';
import { agreements, book, library, registry } from '../support/law.js';
import { given, type Told, upToPlan } from '../support/given.js';

const options = { book, agreements };
const explained = (told: Told[], process: string, asOf: PlainDate): Explanation => {
  const explanation = explain(given(...told).on(asOf), process, options);
  if (!explanation) throw new Error(`no ${process}`);
  return explanation;
};

// 2000:628 6 § 3 st: six months from the plan of 2023-06-26 is 2023-12-26, annandag jul; then 2023-12-27.
const renewal = explained(upToPlan('2023-03-15', '2023-06-26'), 'etableringsprogrammet', '2023-07-01');

describe('an owed step', () => {
  const step = renewal.states.find(({ state }) => state === 'vantarPaFornyadPlan');
  const { sv, en } = explanationView(renewal, '0763', library).says;

  test('is told with the fact that opened it', () => {
    expect(step?.opened).toMatchObject({ type: 'handlingsplan.upprattad', on: '2023-06-26', id: 'fact-7' });
  });

  test('is told with its provision, the wording in force, its source and how well it is known', () => {
    expect(step?.ground).toMatchObject({
      citation: '2000:628 6 § 3 st',
      confidence: 'H',
      source: { sfs: '2000:628', short: expect.any(String), state: expect.any(String) },
    });
    expect(step?.rules?.[0]).toMatchObject({ amount: '6 månader', by: '2022:813', certainty: 'settled' });
  });

  test('is told with start, sum and the holiday that moved it', () => {
    expect(step?.action?.due).toMatchObject({
      date: '2023-12-27',
      inputs: { 'handlingsplan.upprattad': '2023-06-26' },
      rolledFrom: { date: '2023-12-26', because: 'annandag jul' },
    });
    const words = sv.states['vantarPaFornyadPlan']?.join(' ') ?? '';
    for (const part of [
      '«Individuell handlingsplan upprättad» den 2023-06-26 öppnade steget.',
      '2000:628 6 § 3 st',
      'Värdet är 6 månader',
      'och slutar 2023-12-26.',
      'Den dagen är annandag jul, så det får göras nästa vardag, 2023-12-27 (1930:173 2 §).',
      'Därför ska detta göras senast 2023-12-27: Förnya handlingsplanen.',
      'Arbetsförmedlingen gör det.',
    ])
      expect(words).toContain(part);
    expect(en.states['vantarPaFornyadPlan']?.join(' ')).toContain(
      'so it may be done on the next working day, 2023-12-27',
    );
  });

  test('is told with the unit and the clause of the agreement', () => {
    const told: Told[] = [
      ['2023-03-15', 'uppehallstillstand.beviljat', { grund: 'UtlL 5:1', route: 'anvisad', fodd: '1990-05-01' }],
    ];
    const all = registry.of('deltagare').flatMap(({ id }) => {
      const explanation = explain(
        given(...told, ['2023-03-20', 'folkbokforing.registrerad'], ['2023-03-21', 'sfi.anmald']).on('2023-04-01'),
        id,
        options,
      );
      return explanation ? [explanation] : [];
    });
    const withUnit = all.flatMap((one) =>
      one.states.filter(({ action }) => action?.unit).map((state) => ({ one, state: state.state })),
    );
    expect(withUnit.length).toBeGreaterThan(0);
    for (const { one, state } of withUnit) {
      const words = explanationView(one, '0763', library).says.sv.states[state]?.join(' ') ?? '';
      expect(words).toMatch(/gör det genom .+, enligt klausul \S+ i överenskommelsen tingsryd/);
    }
  });
});

describe('a computed date', () => {
  const date = renewal.reckoning.find(({ name }) => name === 'fonsterslut');

  test('is told with start, rules, what happens after it, and the same date as before', () => {
    expect(date?.start).toEqual({ input: 'folkbokforing.registrerad', on: '2023-03-15' });
    expect(date?.then).toEqual({ type: 'fonstret.stangt', on: '2026-03-16' });
    expect(date?.reckoned).toEqual(renewal.dates['fonsterslut']);
  });

  test('does not pass an unread wording for a read one', () => {
    expect(date?.rules[0]?.provision).toMatchObject({ confidence: 'U', wording: { by: '2025:311' } });
    const words = date ? dateSentences(date, { library, language: 'sv', kommun: '0763' }).join(' ') : '';
    expect(words).toContain('den gällande lydelsen är inte läst');
    expect(words).toContain('Läsning B gäller');
    expect(words).toContain('En rätt eller skyldighet som löper ut flyttas inte av helger.');
    expect(words).toContain('(läsning A)');
  });

  test('of age never tells the day of birth in words', () => {
    for (const one of renewal.reckoning)
      for (const language of ['sv', 'en'] as const)
        expect(dateSentences(one, { library, language, kommun: '0763' }).join(' ')).not.toContain('1990-05-01');
  });
});

test('in generated cases every owed step and every computed date has sentences in both languages, without codes for words', () => {
  const tally = { steps: 0, dates: 0 };
  for (const seed of [3, 14, 15, 92, 65, 35]) {
    const { position } = journey({
      registry,
      book,
      subject: 'deltagare',
      seed,
      from: '2022-01-01',
      until: '2024-11-01',
    });
    const owed = nextActions(position, options);
    for (const { process, instance, state } of owed) {
      const explanation = explain(position, process, { ...options, ...(instance !== null && { instance }) });
      const view = explanation && explanationView(explanation, '0763', library);
      for (const language of ['sv', 'en'] as const)
        expect(view?.says[language].states[state]?.length).toBeGreaterThan(2);
      tally.steps++;
    }
    for (const date of datesOfCase(position, book))
      for (const language of ['sv', 'en'] as const) {
        const [first, ...more] = dateSentences(date, { library, language, kommun: '0763' });
        expect(first).toContain(date.reckoned.date);
        expect(more.length).toBeGreaterThan(0);
        tally.dates++;
      }
  }
  expect(tally.steps).toBeGreaterThan(10);
  expect(tally.dates).toBeGreaterThan(50);
});
