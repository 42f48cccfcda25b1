import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../library/package-root.js';

const SHORT = 12;

/** The stylesheet, read once, under a name that changes with its content. */
export interface Stylesheet {
  css: string;
  file: string;
  address: string;
}

/** Reads the stylesheet. It lies with the sources, also when the program is built. */
export function readStylesheet(): Stylesheet {
  const css = readFileSync(join(packageRoot(), 'src', 'web', 'app.css'), 'utf8');
  const file = `app.${createHash('sha256').update(css).digest('hex').slice(0, SHORT)}.css`;
  return { css, file, address: `/stil/${file}` };
}

/** The injection token of the stylesheet. */
export const STYLESHEET = Symbol('stylesheet');
