/** The shortest sequence of facts after which a refused fact would be awaited, so that a person can record what was forgotten. */
import type { AnyMachineSnapshot } from 'xstate';
import { lawOn } from './law/law-on.js';
import type { StatuteBook } from './law/statute-book.js';
import { step } from './machine.js';
import type { Position } from './position.js';
import type { Registry } from './registry.js';
import { sampleEvents } from './samples.js';
import type { Fact } from './types.js';

/** A forgotten sequence longer than this is no slip but another case. */
const LONGEST = 6;

/** The shortest sequence over the processes that know the fact; recorded facts only, time facts cannot be caught up. */
export function missingFacts(
  fact: Fact,
  positions: readonly Position[],
  { registry, book }: { registry: Registry; book: StatuteBook },
): string[] {
  const found = positions
    .map((position) => search(position, fact, registry, book))
    .filter((sequence): sequence is string[] => sequence !== undefined)
    .sort((a, b) => a.length - b.length);
  return found[0] ?? [];
}

function search(position: Position, fact: Fact, registry: Registry, book: StatuteBook): string[] | undefined {
  const { machine } = position.edition;
  const wanted = { type: fact.type, on: fact.on, data: fact.data, law: lawOn(book, fact.on) };
  // The process's own facts first: of two equally short ways, people more often forgot a step than a turn of events.
  const own = (type: string) => Number(registry.facts.get(type)?.process !== position.process.id);
  const samples = sampleEvents(position.process, fact.on, book)
    .filter((e) => registry.facts.has(e.type))
    .sort((a, b) => own(a.type) - own(b.type));
  const queue: { at: AnyMachineSnapshot; facts: string[] }[] = [{ at: position.snapshot, facts: [] }];
  const seen = new Set([keyOf(position.snapshot)]);
  for (const { at, facts } of queue) {
    if (facts.length > 0 && step(machine, at, wanted).awaited) return facts;
    if (facts.length === LONGEST) continue;
    for (const sample of samples) {
      const { to, awaited } = step(machine, at, sample);
      if (!awaited || seen.has(keyOf(to))) continue;
      seen.add(keyOf(to));
      queue.push({ at: to, facts: [...facts, sample.type] });
    }
  }
  return undefined;
}

const keyOf = (snapshot: AnyMachineSnapshot): string => JSON.stringify(snapshot.value);
