/** Everything that the generator owns, in one list. Deterministic: the same sources give the same text. */
import { join } from 'node:path';
import type { Library } from '../library/library.js';
import { agreementFormat } from './agreement-format-page.js';
import { apiPages } from './api-pages.js';
import { cliPage } from './cli-page.js';
import { configPage } from './config-page.js';
import type { GeneratedFile } from './generated-file.js';
import { glossaryPage } from './glossary-page.js';
import { readGlossary } from './glossary.js';
import { lawPage } from './law-page.js';
import { processPage } from './process-page.js';
import { processesPage } from './processes-page.js';
import { refusalsPage } from './refusals-page.js';
import { requirementsPage } from './requirements-page.js';
import { whoOwesWhatPage } from './who-owes-what-page.js';

/** The generated documentation. `root` is the package's folder. */
export async function allFiles(library: Library, root: string): Promise<GeneratedFile[]> {
  return [
    ...library.registry.processes.map((process) => processPage(library, process)),
    processesPage(library),
    whoOwesWhatPage(library),
    requirementsPage(library),
    ...agreementFormat(library, root),
    lawPage(library),
    glossaryPage(library.registry, readGlossary(join(root, 'machines'))),
    refusalsPage(),
    configPage(root),
    await cliPage(),
    ...(await apiPages(library)),
  ];
}
