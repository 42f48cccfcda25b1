/** Names that the library knows; anything else is a usage error that tells the nearest. */
import type { Process } from '../../machines/grammar/index.js';
import { owesSteps } from '../engine/registry.js';
import type { Library } from '../library/library.js';
import { unknownName } from './usage-error.js';

/** The process with this id. Throws `UsageError`. */
export function knownProcess({ registry }: Pick<Library, 'registry'>, id: string): Process {
  const process = registry.process(id);
  if (process) return process;
  throw unknownProcess({ registry }, id);
}

/** An id under which steps can be owed. Throws `UsageError`. */
export function knownStepsOf({ registry }: Pick<Library, 'registry'>, id: string): void {
  if (!owesSteps(registry, id)) throw unknownProcess({ registry }, id);
}

const unknownProcess = ({ registry }: Pick<Library, 'registry'>, id: string) =>
  unknownName(
    { sv: 'Processen', en: 'process' },
    id,
    registry.processes.map((p) => p.id),
  );
