import type { Field, Subject } from '../../machines/grammar/index.js';
import type { Registry } from '../engine/registry.js';
import { expectation, fits } from '../engine/validate-fact.js';
import { words } from '../http/message-words.js';
import { type FieldError, invalidData } from '../http/problems.js';
import type { CaseAttributes } from './case.entity.js';
import type { CaseToOpen } from './recording.js';

const MUNICIPALITY = /^\d{4}$/;

/**
 * The subject and attributes of a case that can be opened. The attributes are those that facts of the subject declare:
 * nothing else about a person has a place in a case. Throws a problem.
 */
export function checkedOpening(
  { subject, kommun, data = {} }: CaseToOpen,
  registry: Registry,
): { subject: Subject; attributes: CaseAttributes } {
  const processes = registry.of(subject as Subject);
  const known = [...new Set(registry.processes.map((process) => process.subject))].join(' | ');
  const problem = words.sv.problem;
  const errors: FieldError[] = [
    ...(processes.length > 0 ? [] : [{ pointer: '/subject', detail: problem.invalid('subject', known) }]),
    ...(MUNICIPALITY.test(kommun) ? [] : [{ pointer: '/kommun', detail: problem.invalid('kommun', '0763') }]),
    ...(processes.length > 0 ? attributeErrors(data, attributeFields(subject as Subject, registry)) : []),
  ];
  if (errors.length > 0) throw invalidData(errors);
  return { subject: subject as Subject, attributes: data };
}

function attributeErrors(data: CaseAttributes, fields: ReadonlyMap<string, Field>): FieldError[] {
  const { unknown, invalid } = words.sv.problem;
  return Object.entries(data).flatMap(([name, value]) => {
    const field = fields.get(name);
    const pointer = `/data/${name}`;
    if (!field) return [{ pointer, detail: unknown(name, [...fields.keys()].join(', ')) }];
    return fits(field, value) ? [] : [{ pointer, detail: invalid(name, expectation(field)) }];
  });
}

/** The fields that facts of the subject make attributes of. */
function attributeFields(subject: Subject, registry: Registry): Map<string, Field> {
  const definitions = registry.of(subject).flatMap((process) => Object.values(process.facts));
  return new Map(
    definitions.flatMap(({ attributes = [], data }) =>
      attributes.flatMap((name) => {
        const field = data[name];
        return field ? [[name, field] as const] : [];
      }),
    ),
  );
}
