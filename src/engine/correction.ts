/** Whether a proposed fact may stand beside those that are recorded: what it corrects, and that nobody acts before being born. */
import type { PlainDate } from '../../machines/grammar/index.js';
import { parseDate } from './calendar/calendar.js';
import { effectiveFacts, fates, WITHDRAWN } from './fact-log.js';
import { oncePer } from './once.js';
import type { Registry } from './registry.js';
import type { Fact, ProposedFact } from './types.js';

/**
 * What is wrong with what the fact points at, `corrects: KIND (WHAT)`; undefined when nothing is. Only a fact that counts
 * may be corrected: of a chain that is the last one, and a withdrawal for a fact that was withdrawn by mistake.
 */
export function correctionProblem(
  facts: readonly Fact[],
  { type, corrects, id }: ProposedFact & Partial<Fact>,
): string | undefined {
  if (corrects === undefined) return type === WITHDRAWN ? 'corrects: nothing-to-withdraw ()' : undefined;
  if (corrects === id) return `corrects: itself (${corrects})`;
  if (!facts.some((fact) => fact.id === corrects)) return `corrects: not-here (${corrects})`;
  const stands = fates(facts).get(corrects);
  return stands && `corrects: ${stands.fate} (${stands.by.id})`;
}

/** Fields that say when somebody was born, by type of fact. */
const birthFields = oncePer(
  (registry: Registry) => registry,
  ({ facts }) =>
    new Map(
      [...facts.values()].flatMap(({ type, definition }) => {
        const names = Object.entries(definition.data).flatMap(([name, field]) =>
          field.kind === 'date' && field.birth ? [name] : [],
        );
        return names.length > 0 ? [[type, names] as const] : [];
      }),
    ),
);

/** A fact before the day of birth, or a day of birth after a fact; the day itself is not told. */
export function birthProblems(facts: readonly Fact[], proposed: ProposedFact, registry: Registry): string[] {
  if (proposed.type === WITHDRAWN) return [];
  const fields = birthFields(registry);
  const bornIn = ({ type, data }: Pick<Fact, 'type' | 'data'>): { field: string; day: PlainDate }[] =>
    (fields.get(type) ?? []).flatMap((field) => {
      const day = parseDate(data[field]);
      return day ? [{ field, day }] : [];
    });
  const others = effectiveFacts(facts).filter(({ id }) => id !== proposed.corrects);
  const own = bornIn(proposed);
  const early = [...others.flatMap(bornIn), ...own].some(({ day }) => proposed.on < day);
  const late = own.filter(({ day }) => others.some(({ on }) => on < day));
  return [
    ...(early ? ['on: before-birth ()'] : []),
    ...(early ? [] : late.map(({ field }) => `${field}: born-later ()`)),
  ];
}
