import 'reflect-metadata';
import { loadLibrary } from '../../src/library/library.js';
import { packageRoot } from '../../src/library/package-root.js';
import { writeFiles } from '../../src/docs/generated-file.js';
import { allFiles } from '../../src/docs/all-files.js';
test('x', async () => {
  writeFiles(packageRoot(), await allFiles(loadLibrary(), packageRoot()));
});
