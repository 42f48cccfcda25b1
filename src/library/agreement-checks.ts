/** What an agreement names must exist: in the registry, among its own units and bodies. And it names roles, never people. */
import type { Party } from '../../machines/parties.js';
import type { Clause } from '../engine/agreement.js';
import type { Registry } from '../engine/registry.js';
import { mentionsIn, type Named, type Names } from './agreement-mentions.js';
import type { Bilingual, Finding, Path } from './data-error.js';
import type { AgreementDto } from './dto/agreement.dto.js';
import { repeated, unlessKnown } from './reading.js';

const words: Record<Named | 'attribute' | 'value' | 'id', Bilingual> = {
  unit: { sv: 'Enheten', en: 'unit' },
  referrer: { sv: 'Enheten', en: 'unit' },
  body: { sv: 'Samverkansforumet', en: 'body' },
  step: { sv: 'Steget', en: 'step' },
  activity: { sv: 'Aktiviteten', en: 'activity' },
  area: { sv: 'Området', en: 'area' },
  fact: { sv: 'Faktat', en: 'fact' },
  attribute: { sv: 'Attributet', en: 'attribute' },
  value: { sv: 'Värdet', en: 'value' },
  id: { sv: 'Beteckningen', en: 'id' },
};

/** Everything that an agreement names without its existing, every id used twice, and every e-mail address. */
export function withinAgreement(agreement: AgreementDto, registry: Registry): Finding[] {
  const known = namesKnownTo(agreement, registry);
  const attributes = attributesIn(registry);
  return [
    ...idsUsedTwice(agreement),
    ...mentionsIn(agreement).flatMap(({ what, path, names }) =>
      listed(names).flatMap(([at, name]) => unlessKnown([...path, ...at], name, known[what], words[what])),
    ),
    ...conditioned(agreement).flatMap(({ when, path }) => withinWhen(when, path, attributes)),
    ...agreement.clauses.flatMap((clause, i) => [
      ...aboutNothing(clause, ['clauses', i]),
      ...inOneUnit(clause, ['clauses', i]),
    ]),
    ...addresses(agreement, []),
  ];
}

const ids = (parts: readonly { id: string }[] = []): string[] => parts.map(({ id }) => id);

function namesKnownTo(agreement: AgreementDto, registry: Registry): Record<Named, ReadonlySet<string>> {
  const units = ids(agreement.units);
  return {
    unit: new Set(units),
    referrer: new Set([...units, 'enskild' satisfies Party]),
    body: new Set(ids(agreement.bodies)),
    step: new Set(registry.states.keys()),
    activity: new Set(ids(agreement.activities)),
    area: new Set(ids(agreement.areas)),
    fact: new Set(registry.facts.keys()),
  };
}

const listed = (names: Names): [Path, string][] =>
  typeof names === 'string' ? [[[], names]] : (names ?? []).map((name, i): [Path, string] => [[i], name]);

function idsUsedTwice(agreement: AgreementDto): Finding[] {
  const { units, bodies, clauses, areas, activities, meetings, development_areas, attachments, defects } = agreement;
  const lists = { units, bodies, clauses, areas, activities, meetings, development_areas, attachments, defects };
  return Object.entries(lists).flatMap(([list, parts]) =>
    repeated(
      ids(parts).map((name, i) => ({ path: [list, i, 'id'], name })),
      words.id,
    ),
  );
}

/** A clause answers for a step, an exchange between parties or an activity; else nobody will ever ask it. */
const aboutNothing = ({ step, exchange, activity }: Clause, path: Path): Finding[] =>
  (step ?? exchange ?? activity) ? [] : [{ path, problem: clauseAboutNothing }];

const clauseAboutNothing = {
  sv: 'Klausulen hör varken till ett steg, ett utbyte eller en aktivitet',
  en: 'The clause belongs to no step, exchange or activity',
};

const inOneUnit = ({ deadline }: Clause, path: Path): Finding[] =>
  !deadline?.within || Object.keys(deadline.within).length === 1
    ? []
    : [{ path: [...path, 'deadline', 'within'], problem: severalUnits }];

const severalUnits = { sv: 'En tid anges i en enda enhet', en: 'A time is given in one single unit' };

const conditioned = ({ clauses, development_areas }: AgreementDto) =>
  Object.entries({ clauses, development_areas }).flatMap(([list, parts]) =>
    parts.map(({ when }, i) => ({ when, path: [list, i, 'when'] })),
  );

/** A condition on a case goes by an attribute that some fact gives it. */
const withinWhen = (
  when: Clause['when'],
  path: Path,
  attributes: ReadonlyMap<string, ReadonlySet<string>>,
): Finding[] =>
  Object.entries(when ?? {}).flatMap(([name, values]) => {
    const codes = attributes.get(name);
    if (!codes) return unlessKnown([...path, name], name, new Set(attributes.keys()), words.attribute);
    if (codes.size === 0) return [];
    return listed(values).flatMap(([at, value]) => unlessKnown([...path, name, ...at], value, codes, words.value));
  });

/** The attributes of a case with the codes each may have; none where any value may stand. */
function attributesIn(registry: Registry): Map<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  for (const { definition } of registry.facts.values())
    for (const name of definition.attributes ?? []) {
      const field = definition.data[name];
      found.set(name, new Set(field?.kind === 'code' ? field.values : []));
    }
  return found;
}

const notAPerson = {
  sv: 'Här står en e-postadress; skriv roll eller funktion, aldrig en person',
  en: 'An e-mail address stands here; write a role or a function, never a person',
};

function addresses(value: unknown, path: Path): Finding[] {
  if (typeof value === 'string') return value.includes('@') ? [{ path, problem: notAPerson }] : [];
  if (Array.isArray(value)) return value.flatMap((item: unknown, i) => addresses(item, [...path, i]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => addresses(item, [...path, key]));
}
