/** A case from the first word to the refusal, at the command line. */
import type { CaseView } from '../../../src/cases/case-view.js';
import type { Explanation } from '../../../src/engine/explain.js';
import type { NextActionsPage } from '../../../src/next-actions/question.js';
import { caseInWindow, clearDesks, desk, openCase, TODAY } from './etapp.js';

afterAll(clearDesks);

const here = desk();
let id: string;
beforeAll(async () => {
  id = await openCase(here);
});

const record = (type: string, ...rest: string[]) => here.etapp('record', id, type, ...rest);

test('open prints the number of the case', async () => {
  const { status, out } = await desk().etapp('open', '--subject', 'deltagare', '--kommun', '1280');
  expect(status).toBe(0);
  expect(out).toContain('1280-26-0001');
});

test('open refuses an attribute that no fact declares', async () => {
  const { status, err } = await desk().etapp(
    'open',
    '--subject',
    'deltagare',
    '--kommun',
    '1280',
    '--data',
    '{"namn":"x"}',
  );
  expect(status).toBe(3);
  expect(err).toContain('namn');
});

test('record tells what closed, what opened and who acts next', async () => {
  const { status, out } = await record('sfi.anmald', '--on', '2026-10-02');
  expect(status).toBe(0);
  expect(out).toContain('Registrerat: Anmäld till sfi (sfi.anmald) 2026-10-02');
  expect(out).toContain('✓ Svenska för invandrare (sfi): Se till att personen anmäls till sfi');
  expect(out).toContain('+ Svenska för invandrare (sfi): Ta emot eleven till sfi');
  expect(out).toContain('Vem agerar härnäst');
});

test('record tells of no day that lay behind already, as the day somebody turned sixteen', async () => {
  const there = desk();
  const opened = await there.json<{ id: string }>('open', '--subject', 'deltagare', '--kommun', '0763');
  const data = '{"grund":"UtlL 5:1","route":"anvisad","fodd":"1990-05-01"}';
  const permit = ['record', opened.id, 'uppehallstillstand.beviljat', '--on', '2026-09-01', '--data', data];
  const { out } = await there.etapp(...permit, '--dry-run');
  const days = [...out.matchAll(/^◷ .*?(\d{4}-\d{2}-\d{2})/gm)].map(([, day]) => day);
  expect(days).toContain('2026-09-29');
  expect(days.filter((day = '') => day < '2026-09-01')).toEqual([]);
  const { diff } = await there.json<{ diff: { dates: { to: string }[] } }>(...permit, '--dry-run');
  expect(diff.dates.some(({ to }) => to < '2026-09-01')).toBe(true);
});

test('--dry-run tells the same and writes nothing', async () => {
  const before = await here.json<CaseView>('case', id);
  const { status, out } = await record('sfi.mottagen', '--on', '2026-10-03', '--dry-run');
  expect(status).toBe(0);
  expect(out).toContain('Skulle registreras');
  expect(await here.json<CaseView>('case', id)).toEqual(before);
});

test('record --json is what the API answers', async () => {
  const answer = await here.json<Record<string, unknown>>(
    'record',
    id,
    'sfi.mottagen',
    '--on',
    '2026-10-03',
    '--dry-run',
  );
  expect(Object.keys(answer)).toEqual(['fact', 'version', 'diff', 'actions', 'conflicts']);
});

test('a fact that nobody awaits yet is refused with whose turn it is and what to record first', async () => {
  const { status, out, err } = await record('sfi.paborjad', '--on', '2026-10-20');
  expect({ status, out }).toEqual({ status: 3, out: '' });
  expect(err).toContain('sfi.paborjad väntas inte ännu');
  expect(err).toContain('Registrera först: sfi.mottagen');
  expect(err).toContain('Ta emot eleven till sfi');
});

test('a refusal with --json is one problem document with its slug', async () => {
  const { status, out } = await record('sfi.paborjad', '--on', '2026-10-20', '--json');
  expect(status).toBe(3);
  expect(JSON.parse(out)).toMatchObject({ slug: 'not-awaited', status: 409, refusal: { missing: ['sfi.mottagen'] } });
});

test.each([
  ['a fact of no known type', ['sfi.anmäld', '--on', '2026-10-20'], 'unknown-fact'],
  ['a fact after tomorrow', ['sfi.mottagen', '--on', '2026-12-24'], 'invalid-data'],
  ['data outside its codes', ['sfi.kurs.godkand', '--on', '2026-10-20', '--data', '{"kurs":"X"}'], 'invalid-data'],
  ['a correction of nothing', ['sfi.anmald', '--on', '2026-10-20', '--corrects', 'okand'], 'invalid-data'],
])('%s is refused', async (_, argv, slug) => {
  const before = await here.json<CaseView>('case', id);
  const { status, out } = await here.etapp('record', id, ...argv, '--json');
  expect({ status, slug: (JSON.parse(out) as { slug: string }).slug }).toEqual({ status: 3, slug });
  expect(await here.json<CaseView>('case', id)).toEqual(before);
});

test.each(['case', 'explain', 'record', 'next'])('%s of an unknown case is refused as not found', async (verb) => {
  const words: Record<string, string[]> = {
    case: ['case', '0763-99-0001'],
    explain: ['explain', '0763-99-0001', 'sfi'],
    record: ['record', '0763-99-0001', 'sfi.anmald', '--on', '2026-10-02'],
    next: ['next', '--case', '0763-99-0001'],
  };
  const { status, out } = await here.etapp(...(words[verb] ?? []), '--json');
  expect({ status, slug: (JSON.parse(out) as { slug: string }).slug }).toEqual({ status: 3, slug: 'not-found' });
});

test('next --json has the agreed shape', async () => {
  const page = await here.json<NextActionsPage>('next', '--case', id);
  expect(Object.keys(page)).toEqual(['asOf', 'total', 'actions', 'cursor']);
  expect(page.asOf).toBe(TODAY);
  const contract =
    'case process state title party unit contact facts since due dueKind certainty overdueDays basis clause'.split(' ');
  for (const action of page.actions) expect(Object.keys(action)).toEqual(expect.arrayContaining(contract));
});

test('next tells lateness in words', async () => {
  const { out } = await here.etapp('next', '--case', id, '--as-of', '2027-03-01');
  expect(out).toMatch(/\d+ dagar sen/);
  expect(out).toContain('utan datum');
});

test('next is right on a later day although nobody has swept', async () => {
  const kept = await here.json<NextActionsPage>('next', '--case', id);
  const later = desk({ day: '2030-06-01', folder: here.folder });
  const then = await later.json<NextActionsPage>('next', '--case', id);
  const folded = await here.json<NextActionsPage>('next', '--case', id, '--as-of', '2030-06-01');
  expect(then.actions.map(({ state }) => state)).toEqual(folded.actions.map(({ state }) => state));
  expect(then.actions).not.toEqual(kept.actions);
});

test('next narrows to a party', async () => {
  const { actions } = await here.json<NextActionsPage>('next', '--party', 'skatteverket');
  expect(actions.every(({ party }) => party === 'skatteverket')).toBe(true);
});

test('next goes on where a cursor left it', async () => {
  const first = await here.json<NextActionsPage>('next', '--limit', '1');
  const second = await here.json<NextActionsPage>('next', '--limit', '1', '--cursor', first.cursor ?? '');
  expect(second.actions[0]).not.toEqual(first.actions[0]);
});

test('case shows whose turn it is, the facts and no date of birth', async () => {
  const { out } = await here.etapp('case', id);
  expect(out).toContain('agerar härnäst');
  expect(out).toContain('uppehallstillstand.beviljat');
  expect(out).not.toContain('1990-05-01');
});

test('case --known-at leaves out what was learnt later', async () => {
  const later = desk({ day: '2026-11-25', folder: here.folder });
  await later.etapp('record', id, 'folkbokforing.anmald', '--on', '2026-10-10');
  const then = await later.json<CaseView>('case', id, '--known-at', TODAY);
  const now = await later.json<CaseView>('case', id);
  expect(then.facts.some(({ type }) => type === 'folkbokforing.anmald')).toBe(false);
  expect(now.facts.some(({ type }) => type === 'folkbokforing.anmald')).toBe(true);
});

test('case shows the programme window with both limits and how sure they are', async () => {
  const window = desk();
  await window.etapp('demo', '--participants', '8');
  const { out } = await window.etapp('case', await caseInWindow(window));
  expect(out).toContain('Fönstret stänger');
  expect(out).toContain('Programtiden tar slut');
  expect(out).toMatch(/Förbrukat: \d+/);
  expect(out).toContain('Arbetsförmedlingen beslutar');
});

test('explain leads from facts over rules to the step', async () => {
  const { out } = await here.etapp('explain', id, 'sfi');
  expect(out).toContain('sfi.anmald');
  expect(out).toContain('Grund: 2010:800');
  expect(out).toContain('Fullgörs av');
});

test('explain --json is the explanation', async () => {
  const explanation = await here.json<Explanation>('explain', id, 'sfi');
  expect(explanation).toMatchObject({ process: 'sfi', asOf: TODAY });
  expect(explanation.states.map(({ status }) => status)).toContain('waiting');
});

test('a fact can be withdrawn', async () => {
  const own = desk();
  const number = await openCase(own);
  const { facts } = await own.json<CaseView>('case', number);
  const withdrawn = ['record', number, 'fakta.aterkallat', '--on', TODAY, '--corrects', facts[0]?.id ?? ''];
  expect((await own.etapp(...withdrawn)).status).toBe(0);
  expect((await own.json<CaseView>('case', number)).facts[0]?.status).toBe('withdrawn');
  expect((await own.etapp('case', number)).out).toContain('återkallad');
});
