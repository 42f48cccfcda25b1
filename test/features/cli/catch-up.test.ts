/** Catch-up at the command line: what is missing, recording it in one go, and how the ledger tells of it. */
import type { CaseView } from '../../../src/cases/case-view.js';
import { clearDesks, desk, openCase } from './etapp.js';

afterAll(clearDesks);

const here = desk();
let id: string;
beforeEach(async () => {
  id = await openCase(here);
});
const start = (...rest: string[]) => here.etapp('record', id, 'sfi.paborjad', '--on', '2026-11-02', ...rest);
const facts = async () => (await here.json<CaseView>('case', id)).facts;

test('a refusal says what is missing, between which days and why', async () => {
  const { status, err: told } = await start();
  const err = told.replace(/\s+/g, ' ');
  expect(status).toBe(3);
  expect(err).toContain('Registrera det på en gång med --with-missing');
  expect(err).toContain('Mottagen till sfi (sfi.mottagen): tidigast 2026-10-01 (sfi.anmald)');
  expect(err).toContain('senast 2026-11-02 (sfi.paborjad)');
});

test('--with-missing records it all, and the ledger tells which days are not known', async () => {
  const { status, out } = await start('--with-missing', '--missing-on', 'sfi.anmald=2026-10-12');
  expect(status).toBe(0);
  expect(out).toContain('(sfi.anmald) 2026-10-12, Den enskilde – uppgiven i efterhand\n');
  expect(out).toMatch(
    /\(sfi\.mottagen\) 2026-11-02, \S+ – uppgiven i efterhand; dagen är\s+inte\s+känd, senast\s+den\s+angivna\s+och\s+tidigast\s+2026-10-12/,
  );
  expect((await facts()).slice(1).map(({ type, on, afterwards }) => [type, on, afterwards?.dated])).toEqual([
    ['sfi.anmald', '2026-10-12', 'stated'],
    ['sfi.mottagen', '2026-11-02', 'bounded'],
    ['sfi.paborjad', '2026-11-02', undefined],
  ]);
  const shown = (await here.etapp('case', id)).out.replace(/\s+/g, ' ');
  expect(shown).toContain('efterhand');
  expect((await here.etapp('case', id, '--lang', 'en')).out.replace(/\s+/g, ' ')).toContain('afterwards');
});

test('--dry-run shows what would be recorded and writes nothing', async () => {
  const before = await facts();
  const { out } = await start('--with-missing', '--dry-run');
  expect(out.match(/Skulle registreras/g)).toHaveLength(3);
  expect(await facts()).toEqual(before);
});

test('what cannot be known is to be stated, and --missing states it', async () => {
  const mapping = ['record', id, 'kartlaggning.genomford', '--on', '2026-11-02', '--with-missing'];
  const refused = await here.etapp(...mapping, '--lang', 'en');
  expect(refused.status).toBe(3);
  expect(refused.err.replace(/\s+/g, ' ')).toContain('State arbetssokande.inskriven.vag (digitalt |');
  const known = JSON.stringify([{ type: 'arbetssokande.inskriven', on: '2026-10-20', data: { vag: 'digitalt' } }]);
  expect((await here.etapp(...mapping, '--missing', known)).status).toBe(0);
  expect((await facts())[1]).toMatchObject({ type: 'arbetssokande.inskriven', data: { vag: 'digitalt' } });
});

test.each([
  ['--missing', 'sfi.mottagen'],
  ['--missing', '[{"on":"2026-10-01"}]'],
  ['--missing', '@finns-inte.json'],
  ['--missing-on', 'sfi.mottagen'],
  ['--missing-on', 'sfi.mottagen=2026-02-30'],
])('%s %s is wrong usage', async (option, value) => {
  expect((await start(option, value)).status).toBe(2);
});
