/** The compose file and the page about PostgreSQL name only what there is. */
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readConfig } from '../src/config.js';

interface Service {
  environment: Record<string, string>;
  ports?: string[];
  command?: string;
  depends_on?: Record<string, unknown>;
}
const { services } = parse(readFileSync('compose.yaml', 'utf8')) as { services: Record<'database' | 'etapp', Service> };
const page = readFileSync('docs/how-to/run-on-postgres.md', 'utf8');
const configuration = readFileSync('docs/reference/config.md', 'utf8');

test('Etapp gets settings that it knows, and starts with them', () => {
  const { environment } = services.etapp;
  for (const name of Object.keys(environment)) expect(configuration).toContain(`\`${name}\``);
  const given = Object.entries(environment).map(([name, value]) => [
    name,
    value.replace(/\$\{\w+(?::-([^}]*))?\}/g, (_, usual: string | undefined) => usual ?? 'x'),
  ]);
  const config = readConfig(Object.fromEntries(given) as Record<string, string>);
  expect(config).toMatchObject({ db: 'postgres://etapp:x@127.0.0.1:5432/etapp', port: 3000, host: '127.0.0.1' });
  expect(services.etapp.command).toContain('dist/src/cli.js serve');
  expect(Object.keys(services.etapp.depends_on ?? {})).toEqual(['database']);
});

test('no password has a default, and the database is reached from the machine alone', () => {
  expect(services.database.environment['POSTGRES_PASSWORD']).toMatch(/^\$\{ETAPP_DB_PASSWORD:\?/);
  expect(services.database.ports).toEqual(['127.0.0.1:5432:5432']);
});

test('the page names verbs, settings and tests that there are', () => {
  const verbs = [...page.matchAll(/npm run etapp -- (?:--db \S+ )?(\w+)/g)].map(([, verb]) => verb);
  expect(verbs.length).toBeGreaterThan(3);
  const reference = readFileSync('docs/reference/cli.md', 'utf8');
  for (const verb of verbs) expect(reference).toContain(`## etapp ${verb}`);
  for (const [, name] of page.matchAll(/\b(ETAPP_(?!DB_PASSWORD)\w+)/g)) expect(configuration).toContain(`\`${name}\``);
  for (const [path] of page.matchAll(/\btest\/[\w/.]+\w/g)) expect(existsSync(path)).toBe(true);
});
