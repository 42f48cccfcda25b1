/** Who owes what, by when, over all processes. */
import { isStep } from '../../machines/grammar/index.js';
import { parties, type Party } from '../../machines/parties.js';
import type { StateEntry } from '../engine/registry.js';
import type { Library } from '../library/library.js';
import { ownerInWords } from '../presentation/owner-in-words.js';
import { type GeneratedFile, header } from './generated-file.js';
import { bullets, page, table, tick } from './markdown.js';
import { awaitedBy, deadlineInWords, textsOf } from './wordings.js';

export function processesPage(library: Library): GeneratedFile {
  const content = page(
    header('Vem gör vad, och när', `processens mapp under ${tick('machines/processes')}`),
    'Alla steg i alla processer, i den ordning som en nyanländ möter dem. Enhet och kontaktväg kommer från överenskommelsen i kommunen.',
    ...library.registry.processes.map((process) => section(library, process.id)),
    '## Part för part',
    bullets((Object.keys(parties) as Party[]).map((party) => `${parties[party].sv}: ${countOf(library, party)}`)),
  );
  return { path: 'docs/reference/processes.md', content };
}

const stepsOf = (library: Library, process: string): StateEntry[] =>
  [...library.registry.states.values()].filter((entry) => entry.process.id === process && isStep(entry.meta));

function section(library: Library, process: string): string {
  const texts = textsOf(library, process);
  const rows = stepsOf(library, process).flatMap(({ state, meta }) =>
    isStep(meta)
      ? [
          [
            texts?.states[state]?.action ?? texts?.states[state]?.title ?? state,
            ownerInWords(meta),
            deadlineInWords(library, process, meta.deadline),
            meta.basis,
            awaitedBy(meta).map(tick).join(', '),
          ],
        ]
      : [],
  );
  const link = `[Hela processen](../../machines/processes/${process}/README.md)`;
  return page(
    `## ${texts?.name ?? process}`,
    link,
    table(['Vad', 'Vem', 'Senast', 'Grund', 'Fakta som avslutar'], rows),
  );
}

function countOf(library: Library, party: Party): string {
  const owned = [...library.registry.states.values()].filter(({ meta }) => isStep(meta) && meta.owner === party);
  return owned.length === 0
    ? 'inget eget steg; överenskommelsen kan ge parten ett'
    : owned.map(({ key }) => tick(key)).join(', ');
}
