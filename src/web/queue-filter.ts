import { isParty, type Party } from '../../machines/parties.js';
import { invalidData } from '../http/problems.js';
import { owesSteps } from '../engine/registry.js';
import type { Library } from '../library/library.js';
import { address } from './address.js';
import { type Language, textsIn } from './language.js';

/** What the queue is narrowed to. */
export interface QueueFilter {
  party?: Party;
  kommun?: string;
  unit?: string;
  process?: string;
  lateOnly: boolean;
}

type Query = Readonly<Record<string, unknown>>;

/** A parameter that has a value; a form sends empty ones for what nobody chose. */
export const given = (query: Query, name: string): string | undefined => {
  const value = query[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

/** The filter in a query. Throws a problem for a party, process or municipality that does not exist. */
export function queueFilter(query: Query, { registry }: Pick<Library, 'registry'>, language: Language): QueueFilter {
  const words = textsIn(language).problems;
  const [party, kommun, unit, process] = ['part', 'kommun', 'enhet', 'process'].map((name) => given(query, name));
  if (party !== undefined && !isParty(party))
    throw invalidData([{ pointer: '/part', detail: words.unknownParty(party) }]);
  if (kommun !== undefined && !/^\d{4}$/.test(kommun))
    throw invalidData([{ pointer: '/kommun', detail: words.unknownKommun(kommun) }]);
  if (process !== undefined && !owesSteps(registry, process))
    throw invalidData([{ pointer: '/process', detail: words.unknownProcess(process) }]);
  return {
    ...(party !== undefined && { party }),
    ...(kommun !== undefined && { kommun }),
    ...(unit !== undefined && { unit }),
    ...(process !== undefined && { process }),
    lateOnly: given(query, 'sena') !== undefined,
  };
}

/** The queue narrowed by a filter; `after` is where the page begins. */
export const queueAddress = (
  { party, kommun, unit, process, lateOnly }: QueueFilter,
  language: Language,
  after?: string | null,
): string =>
  address('/', language, {
    part: party,
    kommun,
    enhet: unit,
    process,
    sena: lateOnly ? '1' : undefined,
    efter: after ?? undefined,
  });

export const isNarrowed = ({ lateOnly, ...others }: QueueFilter): boolean => lateOnly || Object.keys(others).length > 0;
