/** What will happen in a case, what has been used, and why something is awaited or not, at the command line. */
import type { AwaitedView } from '../../../src/cases/awaited-view.js';
import type { DatesView } from '../../../src/cases/explanation-view.js';
import type { ForecastView } from '../../../src/cases/forecast-view.js';
import type { LedgerView } from '../../../src/cases/ledger-view.js';
import { columns, WIDTH } from '../../../src/commands/wrapped.js';
import type { NextActionsPage } from '../../../src/next-actions/question.js';
import { caseInWindow, clearDesks, desk, openCase, TODAY } from './etapp.js';

afterAll(clearDesks);

const here = desk();
let id: string;
let fresh: string;
beforeAll(async () => {
  await here.etapp('demo', '--participants', '10');
  id = await caseInWindow(here);
  fresh = await openCase(here);
});

test('case --forecast tells when rights end and what follows day by day', async () => {
  const { status, out } = await here.etapp('case', id, '--forecast');
  expect(status).toBe(0);
  expect(out).toContain('om inget mer händer');
  expect(out).toContain('2017:820 15 § 2 st: 36 månader');
  expect(out).toContain('sista dag:');
  expect(out).toContain('börjar väntas:');
});

test('case --forecast --json says on each day what next says of that day', async () => {
  const { days, asOf, owed } = await here.json<ForecastView>('case', id, '--forecast', '--until', '2027-03-31');
  expect(asOf).toBe(TODAY);
  const keyOf = ({ process, instance, state, since }: NextActionsPage['actions'][number]) =>
    [process, instance, state, since].join('/');
  let now = owed.map(keyOf);
  for (const day of days) {
    const gone = new Set(day.closed.map(keyOf));
    now = [...now.filter((key) => !gone.has(key)), ...day.opened.map(({ action }) => keyOf(action))];
    const then = await here.json<NextActionsPage>('next', '--case', id, '--as-of', day.on, '--limit', '100');
    expect(then.actions.map(keyOf).sort()).toEqual([...now].sort());
  }
  expect(days.length).toBeGreaterThan(3);
});

test('a forecast that ends before it begins is refused', async () => {
  const { status, out } = await here.etapp('case', id, '--forecast', '--until', '2020-01-01', '--json');
  expect({ status, slug: (JSON.parse(out) as { slug: string }).slug }).toEqual({ status: 3, slug: 'invalid-data' });
});

test('case --ledger shows what counted, what did not and every reading', async () => {
  const { out } = await here.etapp('case', id, '--ledger');
  expect(out).toContain('Kartläggning och handlingsplan');
  expect(out).toContain('läsning A (gäller)');
  expect(out).toContain('läsning B (gäller)');
  const ledgers = await here.json<LedgerView[]>('case', id, '--ledger');
  const { lines = [], used } = ledgers[0] ?? {};
  expect(lines.at(-1)?.sum).toBe(used);
  expect(lines.some(({ counted }) => counted === 0)).toBe(true);
});

test('case --ledger says that nothing has been counted before the plan', async () => {
  expect((await here.etapp('case', fresh, '--ledger')).out).toContain('Räkningen börjar med den första');
});

test('explain --fact tells why a fact is not awaited and what to record first', async () => {
  await here.etapp('record', fresh, 'sfi.anmald', '--on', '2026-10-02');
  const { status, out } = await here.etapp('explain', fresh, '--fact', 'sfi.paborjad');
  expect(status).toBe(0);
  expect(out).toContain('väntas inte');
  expect(out).toContain('Varför');
  expect(out).toContain('Den väntas när detta är registrerat: «Mottagen till sfi» (sfi.mottagen).');
  const answer = await here.json<AwaitedView>('explain', fresh, '--fact', 'sfi.mottagen', '--on', '2026-10-05');
  expect(answer).toMatchObject({ status: 'awaited', process: 'sfi', on: '2026-10-05' });
});

test('explain without a process lists every computed date; with --date only that', async () => {
  const all = await here.json<DatesView>('explain', id);
  expect(new Set(all.dates.map(({ process }) => process)).size).toBeGreaterThan(2);
  const one = await here.json<DatesView>('explain', id, 'etableringsprogrammet', '--date', 'fonsterslut');
  expect(one.dates.map(({ name }) => name)).toEqual(['fonsterslut']);
});

test.each([
  ['an unknown fact', ['--fact', 'sfi.mottagn'], 3, 'sfi.mottagen'],
  ['an unknown date', ['etableringsprogrammet', '--date', 'fonsterslutet'], 2, 'fonsterslut'],
  ['a fact and a process at once', ['sfi', '--fact', 'sfi.mottagen'], 2, '--fact'],
  ['a day without a fact', ['sfi', '--on', '2026-10-05'], 2, '--as-of'],
])('explain of %s is refused with what to write instead', async (_, argv, status, hint) => {
  const ended = await here.etapp('explain', id, ...argv);
  expect(ended.status).toBe(status);
  expect(ended.err).toContain(hint);
});

test.each(['sv', 'en'])('every answer keeps within a hundred columns in %s', async (language) => {
  const asked = [
    ['case', id, '--forecast'],
    ['case', id, '--ledger'],
    ['explain', id],
    ['explain', id, '--fact', 'kartlaggning.paborjad'],
    ['explain', id, '--fact', 'fonstret.stangt'],
  ];
  for (const argv of asked) {
    const { status, out } = await here.etapp(...argv, '--lang', language);
    expect(status).toBe(0);
    expect(out.split('\n').filter((line) => columns(line) > WIDTH)).toEqual([]);
  }
});
