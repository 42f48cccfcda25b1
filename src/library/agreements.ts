/** Reads the agreements. One broken agreement is left out with its errors; the others still count. */
import { join } from 'node:path';
import type { Agreement } from '../engine/agreement.js';
import type { Registry } from '../engine/registry.js';
import { withinAgreement } from './agreement-checks.js';
import { type DataError, LibraryError } from './data-error.js';
import { AgreementDto } from './dto/agreement.dto.js';
import { frozen } from './frozen.js';
import { type Reading, readAs, shownIn, yamlFilesIn } from './reading.js';

/** What an agreement is held against. */
export interface AgreementContext {
  registry: Registry;
}

const notAgreements = ['requirements.yaml', 'vague-words.yaml', 'format.yaml'];

/** The agreements that can be used, the ids of all that were found, and what is wrong with the rest. */
export function readAgreements(
  folder: string,
  context: AgreementContext,
): { agreements: Agreement[]; ids: Set<string>; errors: DataError[] } {
  const own = join(folder, 'agreements');
  const paths = yamlFilesIn(own).filter((path) => !notAgreements.some((name) => path === join(own, name)));
  const readings = paths.map((path) => read(path, shownIn(folder, path), context));
  const agreements = new Map<string, Agreement>();
  const errors = readings.flatMap((reading) => reading.errors);
  for (const { file, value, errors: own } of readings) {
    if (!value || own.length > 0) continue;
    if (agreements.has(value.id)) errors.push(...file.place([taken(value.id)]));
    else agreements.set(value.id, value);
  }
  return { agreements: [...agreements.values()], ids: new Set(readings.flatMap(idOf)), errors };
}

/** Reads one agreement. Throws `LibraryError` with everything that is wrong with it. */
export function loadAgreement(path: string, context: AgreementContext): Agreement {
  const { value, errors } = read(path, path, context);
  if (!value || errors.length > 0) throw new LibraryError(errors);
  return frozen(value);
}

const read = (path: string, shownAs: string, { registry }: AgreementContext): Reading<AgreementDto> =>
  readAs(AgreementDto, path, shownAs, (agreement) => withinAgreement(agreement, registry));

const taken = (id: string) => ({
  path: ['id'],
  problem: {
    sv: `Överenskommelsen «${id}» finns redan i en annan fil`,
    en: `There already is an agreement “${id}” in another file`,
  },
});

// An example may name an agreement that is broken just now; that is the agreement's fault and not the example's.
const idOf = ({ file }: Reading<AgreementDto>): string[] => {
  const id = (file.value as { id?: unknown } | undefined)?.id;
  return typeof id === 'string' ? [id] : [];
};
