/** The real law, machines and examples, read once per test file. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { processes } from '../../machines/index.js';
import type { Agreement } from '../../src/engine/agreement.js';
import type { Example } from '../../src/engine/example.js';
import type { Statute } from '../../src/engine/law/law-data.js';
import { StatuteBook } from '../../src/engine/law/statute-book.js';
import { registryOf } from '../../src/engine/registry.js';

const machines = join(process.cwd(), 'machines');
const read = (...path: string[]): unknown => parse(readFileSync(join(machines, ...path), 'utf8'), { schema: 'core' });

export const registry = registryOf(processes);
export const book = new StatuteBook(
  readdirSync(join(machines, 'law')).map((file) => read('law', file) as Statute),
);
const lok = join(machines, 'agreements/tingsryd/2019-lok.yaml');
export const agreements: Agreement[] = existsSync(lok) ? [read('agreements/tingsryd/2019-lok.yaml') as Agreement] : [];

export const examplesOf = (id: string): Example[] => {
  const path = join(machines, 'processes', id, 'examples.yaml');
  return existsSync(path) ? ((read('processes', id, 'examples.yaml') as Example[] | null) ?? []) : [];
};

export const findExample = (id: string): Example | undefined => {
  const [process, example] = id.split('/');
  return examplesOf(process ?? '').find((e) => e.id === example);
};
