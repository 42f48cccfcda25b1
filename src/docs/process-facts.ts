/** The facts of a process with their data, and the dates that it computes. */
import type { Clock, LimitDates, Process } from '../../machines/grammar/index.js';
import { partyName } from '../../machines/parties.js';
import { nodesOf } from '../engine/machine.js';
import type { ProcessTexts } from '../engine/texts.js';
import type { Library } from '../library/library.js';
import { bullets, page, table, tick } from './markdown.js';
import { factLabel, fieldInWords } from './wordings.js';

/** The edition that a case beginning today would follow. */
export const newest = (process: Process) => process.editions[process.editions.length - 1] ?? process.editions[0];

/** The facts that the process defines, and those it listens to. */
export function factSection(library: Library, process: Process, texts: ProcessTexts): string {
  const own = Object.entries(process.facts).map(([type, { by, data }]) => {
    const fields = Object.entries(data).map(([name, field]) => {
      const label = texts.facts[type]?.fields?.[name] ?? name;
      return `${tick(name)}${field.optional ? ' (frivillig)' : ''}: ${label}; ${fieldInWords(field, texts.facts[type]?.values?.[name])}`;
    });
    return [
      tick(type),
      texts.facts[type]?.label ?? type,
      by.map((party) => partyName(party)).join(', '),
      fields.join('<br>'),
    ];
  });
  const heard = (newest(process).machine.events as string[]).filter(
    (type) => !Object.hasOwn(process.facts, type) && library.registry.facts.has(type),
  );
  const elsewhere = heard.map(
    (type) =>
      `${tick(type)} (${factLabel(library, type)}) från ${tick(library.registry.facts.get(type)?.process ?? '')}`,
  );
  return page(
    table(['Faktum', 'Betyder', 'Lämnas av', 'Uppgifter'], own),
    elsewhere.length > 0 ? `Processen lyssnar också på:\n\n${bullets(elsewhere)}` : '',
  );
}

const clocksOf = (process: Process): [timeFact: string, date: string][] => {
  const { machine } = newest(process);
  const clocks = nodesOf(machine.root).flatMap((node) =>
    Object.entries((node.meta as { clock?: Clock } | undefined)?.clock ?? {}),
  );
  return [...new Map(clocks.map((clock) => [clock.join(' '), clock])).values()];
};

/** The computed dates, with the time facts that follow and the guards that look at them. */
export function dateRows(process: Process, texts: ProcessTexts): string[][] {
  const { machine } = newest(process);
  const guards = Object.entries(machine.implementations.guards) as [string, Partial<LimitDates>][];
  return Object.keys(process.dates).map((name) => {
    const follows = clocksOf(process)
      .filter(([, date]) => date === name)
      .map(([fact]) => `${tick(fact)}: ${texts.time_facts?.[fact] ?? ''}`);
    const holding = guards.filter(([, guard]) => [...(guard.through ?? []), ...(guard.after ?? [])].includes(name));
    return [
      texts.dates?.[name] ?? name,
      tick(name),
      follows.join('<br>') || '–',
      holding.map(([guard]) => tick(guard)).join(', ') || '–',
    ];
  });
}
