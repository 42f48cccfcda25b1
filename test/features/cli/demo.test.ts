/** The invented caseload is the same for the same seed and day, and never mixed into real work by mistake. */
import type { CaseView } from '../../../src/cases/case-view.js';
import type { NextActionsPage } from '../../../src/next-actions/question.js';
import { clearDesks, desk, TODAY } from './etapp.js';

afterAll(clearDesks);

const first = desk();
let cases: CaseView[];
beforeAll(async () => {
  const { status } = await first.etapp('demo', '--participants', '20');
  expect(status).toBe(0);
  const { actions } = await first.json<NextActionsPage>('next', '--limit', '500');
  const ids = [...new Set(actions.map((action) => action.case))];
  cases = await Promise.all(ids.map((id) => first.json<CaseView>('case', id)));
});

test('the same seed on the same day gives the same cases', async () => {
  const second = desk();
  await second.etapp('demo', '--participants', '20');
  for (const one of cases) expect(await second.json<CaseView>('case', one.id)).toEqual(one);
});

test('another seed gives other cases', async () => {
  const other = desk();
  await other.etapp('demo', '--participants', '20', '--seed', '2');
  const page = await other.json<NextActionsPage>('next', '--limit', '500');
  expect(page.actions).not.toEqual((await first.json<NextActionsPage>('next', '--limit', '500')).actions);
});

test('every way of arrival is there', () => {
  const routes = new Set(cases.map(({ attributes }) => attributes['route']));
  expect(routes).toEqual(new Set(['anvisad', 'kvot', 'eget-boende', 'anknytning']));
});

test('no fact is recorded before it happened or after now, and later facts are recorded later', () => {
  for (const { facts } of cases)
    for (const [i, { on, recordedAt }] of facts.entries()) {
      expect(recordedAt.slice(0, 10) >= on).toBe(true);
      expect(recordedAt <= `${TODAY}T09:00:00.000Z`).toBe(true);
      expect(recordedAt >= (facts[i - 1]?.recordedAt ?? '')).toBe(true);
    }
});

test('every fact counts', () => {
  const statuses = cases.flatMap(({ facts }) => facts.map(({ status }) => status));
  expect(statuses.length).toBeGreaterThan(50);
  expect(new Set(statuses)).toEqual(new Set(['counted']));
});

test('a database with cases is left alone', async () => {
  const { status, out } = await first.etapp('demo', '--json');
  expect({ status, slug: (JSON.parse(out) as { slug: string }).slug }).toEqual({ status: 3, slug: 'not-empty' });
});

test('--add adds to a database with cases, in another municipality too', async () => {
  const own = desk();
  await own.etapp('demo', '--participants', '4');
  const added = await own.json<{ cases: number; first: string }>(
    'demo',
    '--participants',
    '4',
    '--kommun',
    '1280',
    '--add',
  );
  expect(added.cases).toBe(4);
  expect(added.first).toMatch(/^1280-/);
  const { facts } = await own.json<CaseView>('case', added.first);
  for (const { data } of facts) if (data['kommun'] !== undefined) expect(data['kommun']).toBe('1280');
});

test('--complete has a case for every history that walks the transitions, each as far as it has come today', async () => {
  const all = desk();
  const filled = await all.json<{ cases: number; facts: number; complete: boolean }>('demo', '--complete');
  expect(filled).toMatchObject({ complete: true, cases: expect.any(Number) });
  const { cases: shown, findings } = await all.json<{ cases: number; findings: unknown[] }>('audit');
  // The audit folds every case anew: what is kept of each is what its facts give, and every fact counts.
  expect({ shown, findings }).toEqual({ shown: filled.cases, findings: [] });
  const { actions } = await all.json<NextActionsPage>('next', '--limit', '500');
  const processes = new Set(actions.map(({ process }) => process));
  expect(processes.size).toBeGreaterThan(10);
});

test('--complete says how many there are by itself', async () => {
  const { status, err } = await desk().etapp('demo', '--complete', '--participants', '4');
  expect(status).toBe(2);
  expect(err).toContain('--participants');
});
