/** Everywhere that one process can stand, over all days of its law, and what leads from where to where. */
import type { Process } from '../../../machines/grammar/index.js';
import type { Registry } from '../registry.js';
import type { SampleEvent } from '../samples.js';
import { ownClocks } from '../space/clocks.js';
import type { Situation, StateSpace } from '../space/state-space.js';

/** What a fact leads to. */
export interface Stride {
  to: Place;
  event: Pick<SampleEvent, 'type' | 'on' | 'data'>;
  /** The choices of the fact; undefined where they are not told apart. */
  choices: string | undefined;
}

/** A situation, whatever the day. */
export interface Place {
  index: number;
  key: string;
  leaves: readonly string[];
  strides: Map<string, Stride[]>;
  /** By the facts that the process knows, the choices with which they may leave it where it stands. */
  stays: Map<string, Set<string | undefined>>;
  /** The same standing under another law. */
  nights: Set<Place>;
  /** By fact, everything that it may lead to: found out when it is first asked for. */
  answers: Map<string, readonly Answer[]>;
}

/** A place that a fact with certain choices leads to, or leaves the process in. */
export type Answer = Pick<Stride, 'to' | 'choices'> & Partial<Pick<Stride, 'event'>>;

export class Terrain {
  readonly places: Place[] = [];
  /** Where a case may begin. */
  readonly starts = new Set<Place>();
  private readonly byKey = new Map<string, Place>();
  private readonly own: ReadonlySet<string>;

  constructor(
    readonly process: Process,
    spaces: readonly StateSpace[],
    private readonly registry: Registry,
  ) {
    this.own = new Set([...Object.keys(process.facts), ...ownClocks(process)]);
    for (const space of spaces) this.add(space);
  }

  at(key: string): Place | undefined {
    return this.byKey.get(key);
  }

  /**
   * Where a fact may lead from a place. A fact that the process itself defines, or a date that it computes itself, happens
   * only where it takes it; where a case may have several of it, another of them may have taken it.
   */
  answers(place: Place, type: string): readonly Answer[] {
    let answers = place.answers.get(type);
    if (!answers) place.answers.set(type, (answers = this.answered(place, type)));
    return answers;
  }

  private answered(place: Place, type: string): readonly Answer[] {
    const taken = place.strides.get(type) ?? [];
    if (this.own.has(type)) return this.process.instances ? [...taken, { to: place, choices: undefined }] : taken;
    if (taken.length === 0) return [{ to: place, choices: undefined }];
    const stays = [...(place.stays.get(type) ?? [])].map((choices) => ({ to: place, choices }));
    return stays.length === 0 ? taken : [...taken, ...stays];
  }

  private add({ situations, offers, nights }: StateSpace): void {
    const offered = new Map<string, SampleEvent[]>();
    for (const event of offers) offered.set(event.type, [...(offered.get(event.type) ?? []), event]);
    const choices = new Map([...offered].flatMap(([type, events]) => [...this.choicesOf(type, events)]));
    for (const situation of situations) this.addSituation(situation, offered, choices);
    this.starts.add(this.place(situations[0]!));
    for (const { from, fact, to } of nights) {
      const [before, after] = [this.byKey.get(from), this.place(to)];
      if (!before || before === after) continue;
      if (fact === undefined) before.nights.add(after);
      else stride(before, { to: after, event: { type: fact, on: offers[0]!.on, data: {} }, choices: undefined });
    }
  }

  private addSituation(
    situation: Situation,
    offered: ReadonlyMap<string, readonly SampleEvent[]>,
    choices: ReadonlyMap<SampleEvent, string | undefined>,
  ): void {
    const place = this.place(situation);
    const taken = new Set(situation.moves.map(({ event }) => event));
    for (const { event, to } of situation.moves)
      stride(place, { to: this.place(to), event, choices: choices.get(event) });
    for (const type of new Set(situation.moves.map(({ event }) => event.type)))
      for (const event of offered.get(type) ?? [])
        if (!taken.has(event)) place.stays.set(type, (place.stays.get(type) ?? new Set()).add(choices.get(event)));
  }

  /**
   * The choices of each offered fact: its codes and truths, where they are offered in every combination. Two processes that
   * take one fact take it with the same choices.
   */
  private choicesOf(type: string, events: readonly SampleEvent[]): Map<SampleEvent, string | undefined> {
    const fields = Object.entries(this.registry.facts.get(type)?.definition.data ?? {}).flatMap(([name, { kind }]) =>
      kind === 'code' || kind === 'boolean' ? [name] : [],
    );
    const told = events.map(({ data }) => JSON.stringify(fields.map((name) => data[name] ?? null)));
    const all = fields.reduce((count, name) => count * new Set(events.map(({ data }) => data[name])).size, 1);
    const whole = new Set(told).size === all;
    return new Map(events.map((event, i) => [event, whole ? told[i] : undefined]));
  }

  private place({ key, leaves }: Pick<Situation, 'key' | 'leaves'>): Place {
    const known = this.byKey.get(key);
    if (known) return known;
    const place: Place = {
      index: this.places.length,
      key,
      leaves: leaves.map((leaf) => leaf.key),
      strides: new Map(),
      stays: new Map(),
      nights: new Set(),
      answers: new Map(),
    };
    this.places.push(place);
    this.byKey.set(key, place);
    return place;
  }
}

/** Of facts with the same choices that lead the same way the first is enough. */
function stride({ strides }: Place, one: Stride): void {
  const known = strides.get(one.event.type);
  if (!known) strides.set(one.event.type, [one]);
  else if (!known.some(({ to, choices }) => to === one.to && choices === one.choices)) known.push(one);
}
