import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { filesIn } from './reading.js';

const SHORT = 12;

/** What decides how a case is folded; generated pages and texts about it do not. */
const DECIDES = /\.(?:ya?ml|ts|js)$/;

/** Which machines, law and agreements these are: the same content gives the same version, any change another. */
export function versionOf(folder: string): string {
  const hash = createHash('sha256');
  for (const path of filesIn(folder).filter((file) => DECIDES.test(file))) {
    const content = readFileSync(path);
    hash.update(`${relative(folder, path).split(sep).join('/')}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex').slice(0, SHORT);
}
