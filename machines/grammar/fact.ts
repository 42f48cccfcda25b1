import type { Party } from '../parties.js';
import type { PlainDate } from './date.js';
import type { Law } from './law.js';

/**
 * What a field of a fact may hold. There is deliberately no field for free text: facts carry no names, no diagnoses
 * and nothing else about a person that a form could spill.
 */
export type Field =
  | { kind: 'code'; values: readonly string[]; optional?: boolean }
  | { kind: 'pattern'; pattern: string; example: string; optional?: boolean }
  /** `birth`: a day of birth, before which nothing can have happened in the case. */
  | { kind: 'date'; birth?: boolean; optional?: boolean }
  | { kind: 'boolean'; optional?: boolean }
  | { kind: 'integer'; min: number; max: number; unit: string; optional?: boolean }
  | { kind: 'kommun'; optional?: boolean };

type ValueOf<F extends Field> = F extends { kind: 'code'; values: readonly (infer V)[] }
  ? V
  : F extends { kind: 'date' }
    ? PlainDate
    : F extends { kind: 'boolean' }
      ? boolean
      : F extends { kind: 'integer' }
        ? number
        : string;

type Fields = Record<string, Field>;
type OptionalKeys<D extends Fields> = { [K in keyof D]: D[K] extends { optional: true } ? K : never }[keyof D];

/** The data of a fact as its fields declare it. */
export type DataOf<D extends Fields> = { [K in Exclude<keyof D, OptionalKeys<D>>]: ValueOf<D[K]> } & {
  [K in OptionalKeys<D>]?: ValueOf<D[K]>;
};

/** The definition of one type of fact: who usually states it and which data it carries. */
export interface FactDefinition {
  /** Parties that state this fact, the usual one first. */
  by: readonly [Party, ...Party[]];
  data: Fields;
  /** Facts that end a process are folded after the other recorded facts of the same day. */
  order?: 'last';
  /** Fields that become attributes of the case: they decide which clause of an agreement applies. */
  attributes?: readonly string[];
}

export type FactDefinitions = Record<string, FactDefinition>;

/** Keeps the literal types of a process's fact definitions. */
export const defineFacts = <const F extends FactDefinitions>(facts: F): F => facts;

/**
 * A fact as a machine sees it: type, the day it took effect, its data, and the law in force on that day.
 * `F` is the (joined) definitions of the facts that the machine handles.
 */
export type FactEvent<F extends FactDefinitions> = {
  [T in keyof F & string]: { type: T; on: PlainDate; data: DataOf<F[T]['data']>; law: Law };
}[keyof F & string];

/** A computed fact: the day after a computed date has passed. Never recorded. */
export type TimeFactEvent<T extends string> = { type: T; on: PlainDate; data: Record<string, never>; law: Law };

/** A sample fact, for generated paths: one for each branch of each guard. */
export interface SampleFact {
  type: string;
  /** Dates may be relative to the day of the fact, in days: `+30`, `-10`, or a range `-20..+20` to take one from. */
  data?: Record<string, unknown>;
  /** How common it is beside its alternatives, for generated caseloads; 1 when left out. Says nothing about law. */
  weight?: number;
  /** How many days it tends to take when no date hurries, for generated caseloads. Says nothing about law. */
  days?: readonly [least: number, most: number];
}
