/**
 * When a step is due, where law, practice and agreement all have a say. If this broke, Etapp's own defaults could be shown
 * as more binding than what the parties have agreed, or a benefit that ends as a broken rule.
 */
import type { Agreement, ClauseDeadline } from '../../src/engine/agreement.js';
import { fold } from '../../src/engine/fold.js';
import { journey } from '../../src/engine/journeys.js';
import { nextActions } from '../../src/engine/next-actions.js';
import { factsOf, given, permit, type Told } from '../support/given.js';
import { book, registry, tingsryd } from '../support/law.js';

const step = 'sammanhallen-utbildningsplan/vantarPaGruppinformation';
const plan: Told[] = [
  ['2025-01-13', 'planarbete.paborjat'],
  ['2025-03-17', 'utbildningsplan.beslutad'],
];

const agreed = (deadline: ClauseDeadline): Agreement => ({
  ...tingsryd,
  clauses: [{ id: 'gruppinformation', step, deadline }],
});

const dueUnder = (agreement?: Agreement) => {
  const position = fold('utbildningsplan', factsOf(plan), { asOf: '2025-03-17', registry, book });
  const actions = nextActions(position, { book, agreements: agreement ? [agreement] : [] });
  return actions.find((a) => `${a.process}/${a.state}` === step)?.due;
};

describe('a number that is only practice', () => {
  test('is shown as assumed practice while the parties have none of their own', () => {
    expect(dueUnder()).toMatchObject({ date: '2025-09-17', kind: 'practice', certainty: 'assumed' });
  });

  test('yields to a longer time that the parties have agreed', () => {
    const yearly = agreed({ wording: 'exact', says: 'En gång om året', within: { months: 12 } });
    expect(dueUnder(yearly)).toMatchObject({ date: '2026-03-17', kind: 'local', clause: 'gruppinformation' });
  });

  test('stays where the agreement only has vague words', () => {
    const now = agreed({ wording: 'vague', says: 'Med bestämda mellanrum' });
    expect(dueUnder(now)).toMatchObject({ date: '2025-09-17', kind: 'practice' });
  });
});

test('the last day of a reimbursement is soft: nobody breaks a rule by letting it pass', () => {
  const owed = given(permit('2024-09-02'), ['2024-09-16', 'bosattning.mottagen']).owedOn('2024-09-16');
  expect(owed.find(({ process }) => process === 'halsa')?.due).toMatchObject({ date: '2025-09-16', kind: 'soft' });
});

test('a generated history of a plan begins when the law lets it, and comes to its last day', () => {
  const { facts } = journey({
    registry,
    book,
    subject: 'utbildningsplan',
    seed: 3,
    from: '2022-01-01',
    until: '2024-12-31',
  });
  expect(facts[0]?.type).toBe('planarbete.paborjat');
  expect(facts[0]?.on.localeCompare('2022-08-01')).toBeGreaterThanOrEqual(0);
  expect(facts.map(({ type }) => type)).toContain('utbildningsplan.beslutad');
});
