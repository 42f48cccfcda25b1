/** The law at the command line: the wording in force, its numbers, and how sure they are. */
import { clearDesks, desk } from './etapp.js';

const { etapp, json } = desk();
afterAll(clearDesks);

interface Provision {
  inForce: boolean;
  values: Record<string, { amount: string; inForce: boolean; certainty: string }[]>;
  deadline: { lengths: { amount: string; inForce: boolean }[] } | null;
}

test('2017:820 19 § – thirty days, with its source', async () => {
  const { status, out } = await etapp('law', '2017:820 19 §');
  expect(status).toBe(0);
  expect(out).toContain('▸ 30 dagar');
  expect(out).toContain('Källa');
});

test('the citation may be written in several words', async () => {
  expect((await etapp('law', '2017:820', '19', '§')).out).toBe((await etapp('law', '2017:820 19 §')).out);
});

test('a statute may be called by its name', async () => {
  expect((await etapp('law', 'etableringsförordningen', '19 §')).out).toContain('2017:820 19 §');
});

test('2017:820 15 § 2 st – the value in force is the one of the day', async () => {
  const inForce = async (day: string) =>
    (await json<Provision>('law', '2017:820 15 § 2 st', '--as-of', day)).values['window']?.filter(
      (value) => value.inForce,
    );
  expect(await inForce('2024-01-01')).toMatchObject([{ amount: '36 månader', certainty: 'authority-decides' }]);
  expect(await inForce('2026-11-20')).toMatchObject([{ amount: '36 månader', certainty: 'assumed' }]);
});

test('an assumed value is shown as assumed, with why', async () => {
  const { out } = await etapp('law', '2017:820 15 § 2 st', '--as-of', '2026-11-20');
  expect(out).toMatch(/▸ 36 månader[^▸]*antaget/);
  expect(out).toContain('inte läst');
});

test('a provision that is not in force says so', async () => {
  const before = await json<Provision>('law', '2017:820 19 §', '--as-of', '2010-01-01');
  expect(before.inForce).toBe(false);
  expect((await etapp('law', '2017:820 19 §', '--as-of', '2010-01-01')).out).toContain('Gäller inte 2010-01-01');
});

test('a statute alone lists its provisions', async () => {
  const { out } = await etapp('law', '2017:820');
  expect(out).toContain('2017:820 19 §');
});

test('without a citation every statute is listed', async () => {
  const { statutes } = await json<{ statutes: { sfs: string }[] }>('law');
  expect(statutes.map(({ sfs }) => sfs)).toEqual(expect.arrayContaining(['2017:820', '2010:800', '1930:173']));
});

test('--unverified names SFS 2025:311, which nobody has read', async () => {
  const { unverified } = await json<{ unverified: { citation: string; by: string | null; certainty: string }[] }>(
    'law',
    '--unverified',
  );
  expect(unverified).toContainEqual(expect.objectContaining({ citation: '2017:820 15 § 2 st', by: '2025:311' }));
  expect(unverified.every(({ certainty }) => certainty === 'assumed' || certainty === 'unknown')).toBe(true);
  expect((await etapp('law', '--unverified')).out).toContain('SFS 2025:311');
});

interface Used {
  usedBy: { kind: string; key: string }[];
}

test('2017:820 19 § – the step, its time, the obligation and the examples that use it', async () => {
  const { usedBy } = await json<Used>('law', '2017:820 19 §');
  const step = 'etableringsprogrammet/vantarPaAnpassningsprovning';
  expect(usedBy).toEqual(
    expect.arrayContaining([
      { kind: 'step', key: step },
      { kind: 'deadline', key: step },
      { kind: 'obligation', key: '21' },
      { kind: 'example', key: expect.stringMatching(/^etableringsprogrammet\//) as string },
    ]),
  );
  const { out } = await etapp('law', '2017:820 19 §');
  expect(out).toContain('Används av');
  expect(out).toContain(`grund för steg: ${step}`);
});

test('2017:820 15 § 2 st – the computed date that asks for it is found by computing it', async () => {
  const { usedBy } = await json<Used>('law', '2017:820 15 § 2 st');
  expect(usedBy).toContainEqual({ kind: 'date', key: 'etableringsprogrammet/fonsterslut' });
});

test('2010:1138 5 § – the condition that asks for it is found by asking it', async () => {
  const { usedBy } = await json<Used>('law', '2010:1138 5 §');
  expect(usedBy.find(({ kind }) => kind === 'guard')?.key).toMatch(/^samhallsorientering\//);
});

test('--unused lists what nobody uses, and nothing that somebody does', async () => {
  const { unused, total } = await json<{ total: number; unused: { citation: string; says: string }[] }>(
    'law',
    '--unused',
  );
  expect(unused).toHaveLength(total);
  expect(unused.map(({ citation }) => citation)).not.toContain('2017:820 19 §');
  const { out } = await etapp('law', '--unused');
  expect(out).toContain(`${total} av`);
  for (const line of out.split('\n')) expect([...line].length).toBeLessThanOrEqual(100);
});

test('2009:400 26 kap. 1 § – a provision that no step rests on says why', async () => {
  const { withoutStep, usedBy } = await json<{ withoutStep: { reason: string; because: string } | null } & Used>(
    'law',
    '2009:400 26 kap. 1 §',
  );
  expect(withoutStep?.reason).toBe('sekretess');
  expect(usedBy).toEqual([]);
  const { out } = await etapp('law', '2009:400 26 kap. 1 §');
  expect(out).toContain('Inget steg vilar på den: sekretess och personuppgifter');
  expect(out).toContain('Socialtjänsten har ingen allmän skyldighet');
  expect((await json<{ withoutStep: object | null }>('law', '2017:820 19 §')).withoutStep).toBeNull();
});
