// Measures, never asserts: ratios within one run, on whatever machine this is. `npm run bench` builds first.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, cpus } from 'node:os';
import { join } from 'node:path';
import { foldBench } from './fold.mjs';
import { proofsBench } from './proofs.mjs';
import { queueBench } from './queue.mjs';

const folder = mkdtempSync(join(tmpdir(), 'etapp-bench-'));
const cases = Number(process.argv[2] ?? 10_000);
console.log(`Node ${process.versions.node}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}\n`);
try {
  await foldBench();
  await proofsBench();
  await queueBench(folder, cases);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
