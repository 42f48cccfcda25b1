/** The sweep at the command line. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SweepResult } from '../../../src/reminders/sweep.js';
import { clearDesks, desk } from './etapp.js';

const here = desk();
beforeAll(() => here.etapp('demo', '--participants', '12'));
afterAll(clearDesks);

const DAY = ['--as-of', '2027-03-01'];

test('--dry-run tells what would be written and writes nothing', async () => {
  const first = await here.json<SweepResult>('remind', ...DAY, '--dry-run');
  expect(first.created).toBeGreaterThan(0);
  expect(existsSync(join(here.folder, 'utskick'))).toBe(false);
  expect(await here.json<SweepResult>('remind', ...DAY, '--dry-run')).toEqual(first);
  expect((await here.etapp('remind', ...DAY, '--dry-run')).out).toContain('Inget är skrivet');
});

test('a second sweep writes nothing more', async () => {
  const first = await here.json<SweepResult>('remind', ...DAY);
  expect(first.sent).toBe(first.created - first.overtaken);
  expect(readdirSync(join(here.folder, 'utskick'))).toHaveLength(first.sent);
  expect(await here.json<SweepResult>('remind', ...DAY)).toMatchObject({ created: 0, sent: 0 });
});
