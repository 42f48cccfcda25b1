import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of the package. The sources lie at different depths under test and when built, so the way up is walked.
 * Throws when no package.json is found.
 */
export function packageRoot(from: string = dirname(fileURLToPath(import.meta.url))): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error(`No package.json above ${from}.`);
  }
}

/** Where the law and the agreements lie. The YAML files are read from here also when the program is built. */
export const machinesFolder = (): string => join(packageRoot(), 'machines');
