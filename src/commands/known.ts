/** Names that the library knows; anything else is a usage error that tells the nearest. */
import type { Process } from '../../machines/grammar/index.js';
import type { Library } from '../library/library.js';
import { unknownName } from './usage-error.js';

/** The process with this id. Throws `UsageError`. */
export function knownProcess({ registry }: Pick<Library, 'registry'>, id: string): Process {
  const process = registry.process(id);
  if (process) return process;
  throw unknownName(
    { sv: 'Processen', en: 'process' },
    id,
    registry.processes.map((p) => p.id),
  );
}
