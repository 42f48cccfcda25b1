/** Before a run of the tests: a folder for its PostgreSQL server, which starts with the first test that asks for it. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default () => {
  process.env['ETAPP_TEST_POSTGRES'] = mkdtempSync(join(tmpdir(), 'etapp-postgres-'));
  process.env['ETAPP_TEST_RUN'] = String(process.pid);
};
