/** What Etapp makes up itself: paths, journeys, proofs. */
import { clearDesks, desk } from './etapp.js';

const { etapp, json } = desk();
afterAll(clearDesks);

test('each path is facts, the standing they lead to, and who is awaited there', async () => {
  const { status, out } = await etapp('paths', 'sfi');
  expect(status).toBe(0);
  expect(out).toContain('sfi.anmald ⇒ vantarPaMottagande (Kommunen)');
  expect(out).toMatch(/⇒\s+avslutad\s+\(slut\)/);
});

test('paths --json has every path with its owners', async () => {
  const { paths } = await json<{ paths: { facts: string[]; states: string[]; steps: { owner: string }[] }[] }>(
    'paths',
    'sfi',
  );
  expect(paths).toContainEqual(
    expect.objectContaining({ states: expect.arrayContaining(['vantarPaMottagande']) as string[] }),
  );
});

interface Told {
  journeys: { seed: number; facts: { type: string; on: string; by: unknown; computed: unknown }[] }[];
}
const years = ['--from', '2023-01-01', '--until', '2026-01-01'];

test('the same seed tells the same journey', async () => {
  expect(await etapp('journeys', '--seed', '7', ...years)).toEqual(await etapp('journeys', '--seed', '7', ...years));
});

test('a journey keeps within its days, in order', async () => {
  const { journeys } = await json<Told>('journeys', '--count', '2', ...years);
  expect(journeys.map(({ seed }) => seed)).toEqual([1, 2]);
  for (const { facts } of journeys) {
    const days = facts.map(({ on }) => on);
    expect(days).toEqual([...days].sort());
    expect(days.every((day) => day >= '2023-01-01' && day <= '2026-01-01')).toBe(true);
  }
});

test('a fact of a journey is stated by somebody or computed', async () => {
  const { journeys } = await json<Told>('journeys', '--count', '5', ...years);
  for (const { facts } of journeys)
    for (const { by, computed } of facts) expect((by === null) !== (computed === null)).toBe(true);
});

test('verify proves everything, or ends with 4', async () => {
  const { status, out, err } = await etapp('verify', '--json');
  const report = JSON.parse(out) as {
    ok: boolean;
    proofs: { name: string; ok: boolean; checked: number; counterexamples: unknown[] }[];
  };
  expect(Object.keys(report)).toEqual(['ok', 'proofs', 'coverage']);
  expect(status).toBe(report.ok ? 0 : 4);
  expect(report.proofs.filter(({ ok }) => !ok)).toEqual([]);
  // Progress is for those who watch a terminal.
  expect(err).toBe('');
  expect((await etapp('verify')).out).toContain('✓');
});
