/** What an agreement names must exist: in the registry, among its own units and bodies. And it names roles, never people. */
import type { Party } from '../../machines/parties.js';
import type { Clause } from '../engine/agreement.js';
import type { Registry } from '../engine/registry.js';
import type { Bilingual, Finding, Path } from './data-error.js';
import type { AgreementDto } from './dto/agreement.dto.js';
import { repeated, unlessKnown } from './reading.js';

const unit = { sv: 'Enheten', en: 'unit' };
const body = { sv: 'Samverkansforumet', en: 'body' };
const step = { sv: 'Steget', en: 'step' };
const activity = { sv: 'Aktiviteten', en: 'activity' };
const area = { sv: 'Området', en: 'area' };
const factType = { sv: 'Faktat', en: 'fact' };
const attribute = { sv: 'Attributet', en: 'attribute' };
const attributeValue = { sv: 'Värdet', en: 'value' };

/** Everything that an agreement names without its existing, every id used twice, and every e-mail address. */
export function withinAgreement(agreement: AgreementDto, registry: Registry): Finding[] {
  const { units, bodies, clauses, areas, activities = [], meetings = [], development_areas, attachments } = agreement;
  const known = { unit: ids(units), body: ids(bodies), activity: ids(activities) };
  const named = (what: Bilingual, among: ReadonlySet<string>, path: Path, names: Names): Finding[] =>
    listed(names).flatMap(([at, name]) => unlessKnown([...path, ...at], name, among, what));
  const steps = new Set(registry.states.keys());
  const isUnit = (path: Path, names: Names) => named(unit, known.unit, path, names);
  const isStep = (path: Path, names: Names) => named(step, steps, path, names);
  const isBody = (path: Path, names: Names) => named(body, known.body, path, names);
  // A person may come to an activity without being referred.
  const refers = new Set<string>([...known.unit, 'enskild' satisfies Party]);

  return [
    ...doubles(agreement),
    ...units.flatMap(({ part_of }, i) => isUnit(['units', i, 'part_of'], part_of)),
    ...bodies.flatMap(({ convener, members }, i) => [
      ...isUnit(['bodies', i, 'convener'], convener),
      ...isUnit(['bodies', i, 'members'], members),
    ]),
    ...clauses.flatMap((clause, i) => {
      const at = ['clauses', i] as const;
      return [
        ...isStep([...at, 'step'], clause.step),
        ...isUnit([...at, 'who'], clause.who),
        ...isUnit([...at, 'with'], clause.with),
        ...isUnit([...at, 'exchange', 'from'], clause.exchange?.from),
        ...isUnit([...at, 'exchange', 'to'], clause.exchange?.to),
        ...isBody([...at, 'points', 'P5', 'body'], clause.points?.P5?.body),
        ...named(activity, known.activity, [...at, 'activity'], clause.activity),
        ...named(factType, new Set(registry.facts.keys()), [...at, 'deadline', 'from'], clause.deadline?.from),
        ...withinWhen(clause.when, [...at, 'when'], registry),
        ...aboutSomething(clause, at),
      ];
    }),
    ...activities.flatMap((one, i) => [
      ...isUnit(['activities', i, 'units'], one.units),
      ...named(unit, refers, ['activities', i, 'referred_by'], one.referred_by),
      ...isStep(['activities', i, 'step'], one.step),
    ]),
    ...meetings.flatMap((one, i) => [
      ...isBody(['meetings', i, 'body'], one.body),
      ...isUnit(['meetings', i, 'convener'], one.convener),
      ...isUnit(['meetings', i, 'attends'], one.attends),
    ]),
    ...development_areas.flatMap((one, i) => [
      ...(areas ? named(area, ids(areas), ['development_areas', i, 'area'], one.area) : []),
      ...isUnit(['development_areas', i, 'owner'], one.owner),
      ...isStep(['development_areas', i, 'steps'], one.steps),
      ...withinWhen(one.when, ['development_areas', i, 'when'], registry),
    ]),
    ...attachments.flatMap((one, i) => isStep(['attachments', i, 'concerns'], one.concerns)),
    ...addresses(agreement, []),
  ];
}

type Names = string | readonly string[] | null | undefined;

const ids = (parts: readonly { id: string }[]): Set<string> => new Set(parts.map(({ id }) => id));

const listed = (names: Names): [Path, string][] =>
  typeof names === 'string' ? [[[], names]] : (names ?? []).map((name, i): [Path, string] => [[i], name]);

const doubleIds = (list: string, parts: readonly { id: string }[] = []): Finding[] =>
  repeated(parts.map(({ id }, i) => ({ path: [list, i, 'id'], name: id })), { sv: 'Beteckningen', en: 'id' });

const doubles = ({ units, bodies, clauses, areas, activities, meetings, development_areas, attachments, defects }: AgreementDto): Finding[] =>
  Object.entries({ units, bodies, clauses, areas, activities, meetings, development_areas, attachments, defects }).flatMap(([list, parts]) => doubleIds(list, parts));

/** A clause answers for a step, an exchange between parties or an activity; else nobody will ever ask it. */
const aboutSomething = ({ step, exchange, activity, deadline }: Clause, path: Path): Finding[] => [
  ...(step ?? exchange ?? activity
    ? []
    : [{ path, problem: { sv: 'Klausulen hör varken till ett steg, ett utbyte eller en aktivitet', en: 'The clause belongs to no step, exchange or activity' } }]),
  ...(Object.keys(deadline?.within ?? { one: true }).length === 1
    ? []
    : [{ path: [...path, 'deadline', 'within'], problem: { sv: 'En tid anges i en enda enhet', en: 'A time is given in one single unit' } }]),
];

/** A condition on a case goes by an attribute that some fact gives it. */
function withinWhen(when: Clause['when'], path: Path, registry: Registry): Finding[] {
  const attributes = attributesOf(registry);
  return Object.entries(when ?? {}).flatMap(([name, values]) => {
    const codes = attributes.get(name);
    if (!codes) return unlessKnown([...path, name], name, new Set(attributes.keys()), attribute);
    if (codes.size === 0) return [];
    return listed(values).flatMap(([at, value]) => unlessKnown([...path, name, ...at], String(value), codes, attributeValue));
  });
}

/** The attributes of a case with the codes each may have; none where any value may stand. */
function attributesOf(registry: Registry): Map<string, ReadonlySet<string>> {
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
