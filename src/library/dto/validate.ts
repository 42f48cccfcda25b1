/** Holds a plain value against a DTO class and says what does not fit, in both languages. */
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, type ValidationError, validateSync } from 'class-validator';
import { nearest } from '../../engine/nearest.js';
import { type Finding, type Path, under } from '../data-error.js';
import type { Rule, Shape } from './rule.js';

export type { Shape } from './rule.js';

const LONGEST_COMPARED = 100;
const LONGEST_SHOWN = 60;

export const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Everything in the value that the class does not allow. Empty when the value has the shape. */
export function findingsIn(shape: Shape, value: unknown, path: Path = []): Finding[] {
  if (!isMapping(value)) {
    const problem = { sv: 'Här ska stå fält med värden', en: 'Fields with values must stand here' };
    return [{ path, problem }];
  }
  const options = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true };
  return validateSync(plainToInstance(shape, value), options).flatMap((error) => flatten(error, path));
}

/** The valid word that a written one most resembles. */
export function closest(word: unknown, known: Iterable<string>): { nearest?: string } {
  if (typeof word !== 'string' || word.length > LONGEST_COMPARED) return {};
  const [found] = nearest(word, known, 1);
  return found === undefined ? {} : { nearest: found };
}

function flatten(error: ValidationError, above: Path): Finding[] {
  const path = [...above, Array.isArray(error.target) ? Number(error.property) : error.property];
  const own = Object.keys(error.constraints ?? {}).flatMap((name) => findingsOf(name, error, path));
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, path))];
}

/** What a constraint of class-validator's own is, which no field of ours has. */
const anything: Rule = { sv: 'något annat', en: 'something else', json: () => ({}) };

function findingsOf(name: string, error: ValidationError, path: Path): Finding[] {
  if (name === 'whitelistValidation') return [unknownField(error, path)];
  // What class-validator itself says of nested parts is said by the rule of the part too.
  if (name === 'nestedValidation') return [];
  const { property, contexts } = error;
  const value: unknown = error.value;
  const rule = (contexts?.[name] as Rule | undefined) ?? anything;
  if (value === undefined) {
    const problem = {
      sv: `«${property}» saknas; det ska vara ${rule.sv}`,
      en: `“${property}” is missing; it must be ${rule.en}`,
    };
    return [{ path, problem }];
  }
  const inside = rule.inside?.(value);
  if (inside) return under(path, inside);
  const { each } = rule;
  if (each && Array.isArray(value))
    return value.flatMap((item: unknown, i) => (each(item) ? [] : [misfit(rule, property, item, [...path, i])]));
  return [misfit(rule, property, value, path)];
}

const misfit = (rule: Rule, property: string, value: unknown, path: Path): Finding => ({
  path,
  problem: {
    sv: `«${property}» är «${shown(value)}» men ska vara ${rule.sv}`,
    en: `“${property}” is “${shown(value)}” but must be ${rule.en}`,
  },
  ...closest(value, rule.oneOf ?? []),
});

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

function unknownField({ target, property }: ValidationError, path: Path): Finding {
  const problem = { sv: `Fältet «${property}» finns inte här`, en: `There is no field “${property}” here` };
  return { path, problem, ...closest(property, fieldsOf(target)) };
}

const fieldsOf = (target: object | undefined): Set<string> =>
  new Set(
    target
      ? getMetadataStorage()
          .getTargetValidationMetadatas(target.constructor, '', false, false)
          .map((metadata) => metadata.propertyName)
      : [],
  );
