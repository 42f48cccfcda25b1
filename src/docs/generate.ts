/**
 * Writes the generated documentation from machines, law, texts and configuration. With `--check` nothing is written:
 * stale files are named and the exit status is 1.
 */
import 'reflect-metadata';
import { loadLibrary } from '../library/library.js';
import { packageRoot } from '../library/package-root.js';
import { allFiles } from './all-files.js';
import { staleFiles, writeFiles } from './generated-file.js';

const root = packageRoot();
const files = await allFiles(loadLibrary(), root);

if (process.argv.includes('--check')) {
  const stale = staleFiles(root, files);
  for (const path of stale)
    process.stderr.write(`${path} är inte färsk; kör npm run docs. (Stale; run npm run docs.)\n`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const path of writeFiles(root, files)) process.stdout.write(`${path}\n`);
}
