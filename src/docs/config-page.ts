/** Every variable of the environment: what it sets, its default, and what it must be. */
import { ConfigError, describeConfig, readConfig } from '../config.js';
import { type GeneratedFile, header } from './generated-file.js';
import { page, table, tick } from './markdown.js';

const meanings: Record<string, string> = {
  ETAPP_DB: 'Databasen. Den här versionen har SQLite; en adress till PostgreSQL avvisas när programmet startar.',
  ETAPP_HOST: 'Adressen som servern lyssnar på. Bara den egna datorn tas emot, eftersom inloggning saknas.',
  ETAPP_PORT: 'Porten. 0 tar en ledig.',
  ETAPP_LOG_LEVEL: 'Hur mycket som loggas, en JSON-rad i taget på standard fel.',
  ETAPP_BASE_URL: 'Hur länkar i påminnelser börjar. Följer adress och port när den inte är satt.',
  ETAPP_SMTP_URL: 'Brevservern. Utan den läggs breven som filer i mappen nedan, och ingenting lämnar datorn.',
  ETAPP_MAIL_FROM: 'Avsändaren.',
  ETAPP_MAIL_FOLDER: 'Mappen där brev läggs när ingen brevserver är satt.',
  ETAPP_ADDRESSES:
    'En YAML-fil som ger varje enhet eller part en adress. Den ligger utanför programmet, eftersom adresser hör till driften.',
  ETAPP_SWEEP_MINUTES: 'Hur ofta servern går igenom ärendena efter dagar som passerat.',
  ETAPP_BODY_LIMIT: 'Den största begäran som servern tar emot, i byte.',
};

/** `root` is left out of the defaults, so that the page is the same on every machine. */
export function configPage(root: string): GeneratedFile {
  const lines = describeConfig(readConfig({})).split('\n');
  const variables = lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const);
  const rows = variables.map(([name, value]) => {
    const meaning = meanings[name];
    if (meaning === undefined) throw new Error(`${name} has no explanation in src/docs/config-page.ts.`);
    return [
      tick(name),
      meaning,
      value ? tick(value.replaceAll(`${root}/`, '').replaceAll(root, '.')) : 'inget',
      ruleOf(name),
    ];
  });
  const content = page(
    header('Inställningar', `${tick('src/config.ts')} och ${tick('src/docs/config-page.ts')}`),
    'Etapp läser bara de här variablerna ur miljön, och alla förval fungerar. En variabel som är satt men tom räknas som inte satt. Ett värde som inte går att använda stoppar starten, och alla fel räknas upp på en gång.',
    table(['Variabel', 'Betyder', 'Förval', 'Krav'], rows),
    'Relativa sökvägar i förvalen räknas från programmets mapp.',
  );
  return { path: 'docs/reference/config.md', content };
}

/** What the schema says about a value that nobody could mean. */
function ruleOf(name: string): string {
  try {
    readConfig({ [name]: '\u0000' });
    return '';
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const [first = ''] = error.problems;
    return name === 'ETAPP_HOST'
      ? '127.0.0.1, ::1 eller localhost'
      : (first.replace(`${name} `, '').split(' / ')[0] ?? '');
  }
}
