/** After a run of the tests: its PostgreSQL server, if any test asked for one, is taken down with its data. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

export default async () => {
  const folder = process.env['ETAPP_TEST_POSTGRES'] ?? '';
  const keeper = join(folder, 'keeper');
  if (existsSync(keeper)) {
    try {
      process.kill(Number(readFileSync(keeper, 'utf8')), 'SIGTERM');
      // The keeper removes the folder when the server has ended; for a server that will not, it is left to it.
      for (let waited = 0; existsSync(folder) && waited < 100; waited += 1) await setTimeout(50);
    } catch {
      // It has ended by itself.
    }
  }
  rmSync(folder, { recursive: true, force: true });
};
