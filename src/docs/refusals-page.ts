/** Every kind of refusal and problem: what it means, what to do, and its status over HTTP. */
import { refusalSlugs } from '../engine/refusal.js';
import { problemKind, problemSlugs, type ProblemSlug } from '../http/problems.js';
import { problemText } from '../web/problem-texts.js';
import { type GeneratedFile, header } from './generated-file.js';
import { page, table, tick } from './markdown.js';

export function refusalsPage(): GeneratedFile {
  const ofEngine = new Set<string>(refusalSlugs);
  const content = page(
    header('Avvisningar', `${tick('src/http/problems.ts')} och ${tick('src/web/problem-texts.ts')}`),
    'En avvisning är ett svar och inget fel i Etapp: den säger vad som hände, vem som är på tur och vad som behövs. På kommandoraden slutar `etapp` då med 3. Över HTTP är svaret `application/problem+json`, och `type` slutar med namnet nedan.',
    '## Av lagens eller ärendets skäl',
    'Beräknas av motorn och är lika för kommandoraden, sidorna och gränssnittet för program.',
    rows(problemSlugs.filter((slug) => ofEngine.has(slug))),
    '## Av andra skäl',
    rows(problemSlugs.filter((slug) => !ofEngine.has(slug))),
    '## In English',
    table(
      ['Slug', 'Meaning', 'Typical fix', 'HTTP'],
      problemSlugs.map((slug) => {
        const { means, todo } = problemText(slug, 'en');
        return [tick(slug), means, todo, String(problemKind(slug).status)];
      }),
    ),
  );
  return { path: 'docs/reference/refusals.md', content };
}

const rows = (slugs: readonly ProblemSlug[]): string =>
  table(
    ['Namn', 'Rubrik', 'Betyder', 'Gör så här', 'HTTP'],
    slugs.map((slug) => {
      const { means, todo } = problemText(slug, 'sv');
      const { sv, status } = problemKind(slug);
      return [tick(slug), sv, means, todo, String(status)];
    }),
  );
