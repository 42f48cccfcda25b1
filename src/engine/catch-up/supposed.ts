/** The facts that may be missing: every recorded type of the case's subject, with the data of the processes' samples. */
import type { PlainDate } from '../../../machines/grammar/index.js';
import type { CasePosition } from '../fold.js';
import type { Target } from '../instances.js';
import { step } from '../machine.js';
import { handles, type Position } from '../position.js';
import type { Registry } from '../registry.js';
import { type SampleEvent, sampleEvents } from '../samples.js';
import type { Fact } from '../types.js';
import type { Ground } from './told.js';

/** The facts to try on a day, those of the process in question first: people more often forget a step than a turn of events. */
export function supposedFacts(
  position: CasePosition,
  target: Target,
  on: PlainDate,
  { registry, book }: Ground,
  types: { has(type: string): boolean } = registry.facts,
): SampleEvent[] {
  const all = new Map<string, SampleEvent>();
  const inQuestion = registry.process(target.process ?? '');
  for (const process of new Set([...(inQuestion ? [inQuestion] : []), ...registry.of(position.subject)]))
    for (const event of sampleEvents(process, on, book)) {
      const definer = registry.facts.get(event.type)?.process;
      if (definer === undefined || !types.has(event.type)) continue;
      for (const data of keyed(event.data, definer, position, target, registry)) {
        const key = `${event.type} ${JSON.stringify(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)))}`;
        if (!all.has(key)) all.set(key, { ...event, data });
      }
    }
  const elsewhere = ({ type }: SampleEvent) => Number(registry.facts.get(type)?.process !== target.process);
  return [...all.values()].sort((a, b) => elsewhere(a) - elsewhere(b));
}

/** Where a case may have several, the fact is about the one in question, or one that the case already has. */
function keyed(
  data: SampleEvent['data'],
  definer: string,
  { positions }: CasePosition,
  target: Target,
  registry: Registry,
): SampleEvent['data'][] {
  const key = registry.process(definer)?.instances?.key;
  if (key === undefined) return [data];
  const known = positions.filter(({ process }) => process.id === definer).map(({ instance }) => instance);
  const chosen = definer === target.process ? [target.instance] : known;
  return chosen.map((instance) => ({ ...data, [key]: typeof data[key] === 'number' ? Number(instance) : instance }));
}

/** The supposed fact with its place in the log: after all that is recorded, in the order of the sequence. */
export const asMissing = (
  { type, data }: Pick<SampleEvent, 'type' | 'data'>,
  { index, on, last }: { index: number; on: PlainDate; last: Pick<Fact, 'case' | 'seq'> },
  registry: Registry,
): Fact => ({
  id: `missing-${index}`,
  case: last.case,
  seq: last.seq + 1 + index,
  type,
  on,
  by: { party: registry.facts.get(type)?.definition.by[0] ?? 'kommun' },
  data,
  recordedAt: '9999-12-31T00:00:00Z',
  recordedBy: '',
});

/** Whether the process takes the fact where it stands, whatever the others say. */
export const moves = ({ edition, snapshot }: Position, event: SampleEvent): boolean =>
  handles(snapshot, event.type) && step(edition.machine, snapshot, event).heard;
