/** Reads the examples. What they name must exist, and the chain of examples that come first must end. */
import { join } from 'node:path';
import type { Example, FactStep, ProcessExamples } from '../engine/example.js';
import { WITHDRAWN } from '../engine/fact-log.js';
import type { StatuteBook } from '../engine/law/statute-book.js';
import type { Registry } from '../engine/registry.js';
import { type FieldProblem, problemsOf } from '../engine/validate-fact.js';
import type { DataError, Finding, Path } from './data-error.js';
import { ExampleDto } from './dto/example.dto.js';
import { readListAs, repeated, shownIn, unlessKnown } from './reading.js';

/** What examples are held against. `book` is undefined while law or requirements have errors; grounds are then not looked up. */
export interface ExampleContext {
  registry: Registry;
  book: StatuteBook | undefined;
  requirementIds: readonly string[];
  agreementIds: ReadonlySet<string>;
}

const example = { sv: 'Exemplet', en: 'example' };
const provision = { sv: 'Bestämmelsen', en: 'provision' };
const state = { sv: 'Tillståndet', en: 'state' };
const agreement = { sv: 'Överenskommelsen', en: 'agreement' };
const fact = { sv: 'Faktat', en: 'fact' };

/** The examples of every process, and what is wrong with them. */
export function readExamples(
  folder: string,
  context: ExampleContext,
): { examples: ProcessExamples[]; errors: DataError[] } {
  const known = namesIn(context);
  const { registry } = context;
  const readings = context.registry.processes.map(({ id }) => {
    const path = join(folder, 'processes', id, 'examples.yaml');
    return {
      process: id,
      reading: readListAs(ExampleDto, path, shownIn(folder, path), (list) => withinList(list, known, registry)),
    };
  });
  const examples = readings.flatMap(({ process, reading }) =>
    reading.value ? [{ process, examples: reading.value }] : [],
  );
  const errors = readings.flatMap(({ reading }) => reading.errors);
  // A file that cannot be read hides its examples, so what comes after them is looked up only when all can be.
  const complete = examples.length === readings.length;
  const chains = complete
    ? readings.flatMap(({ process, reading }) =>
        reading.file.place(withinChains(process, reading.value ?? [], examples)),
      )
    : [];
  return { examples, errors: [...errors, ...chains] };
}

/** The names that an example may use. `grounds` is undefined when they cannot be looked up. */
interface Known {
  grounds: ReadonlySet<string> | undefined;
  states: ReadonlySet<string>;
  facts: ReadonlySet<string>;
  agreements: ReadonlySet<string>;
}

const namesIn = ({ registry, book, requirementIds, agreementIds }: ExampleContext): Known => ({
  grounds: book && new Set([...book.citations(), ...requirementIds]),
  states: new Set(registry.states.keys()),
  facts: new Set([...registry.facts.keys(), WITHDRAWN]),
  agreements: agreementIds,
});

const withinList = (list: readonly Example[], known: Known, registry: Registry): Finding[] => [
  ...repeated(
    list.map(({ id }, i) => ({ path: [i, 'id'], name: id })),
    example,
  ),
  ...list.flatMap((one, i) => [...withinExample(one, [i], known), ...outsideSchema(one, [i], registry)]),
];

function withinExample(one: Example, path: Path, known: Known): Finding[] {
  const { grounds } = known;
  const isGround = (at: Path, citation: string | undefined): Finding[] =>
    grounds && citation !== undefined ? unlessKnown([...path, ...at], citation, grounds, provision) : [];
  const isState = (at: Path, key: string): Finding[] => unlessKnown([...path, ...at], key, known.states, state);
  return [
    ...one.cites.flatMap((citation, i) => isGround(['cites', i], citation)),
    ...(one.agreement ? unlessKnown([...path, 'agreement'], one.agreement, known.agreements, agreement) : []),
    ...one.steps.flatMap((step, i): Finding[] => {
      const at = ['steps', i] as const;
      // An example may show that an unknown fact is refused.
      if ('fact' in step) {
        const wrong = step.refused ? [] : unlessKnown([...path, ...at, 'fact'], step.fact, known.facts, fact);
        return [...wrong, ...isGround([...at, 'limit'], step.limit)];
      }
      return [
        ...(step.owed ?? []).flatMap((owed, j) => [
          ...isState([...at, 'owed', j, 'state'], `${owed.process}/${owed.state}`),
          ...isGround([...at, 'owed', j, 'basis'], owed.basis),
        ]),
        ...Object.entries(step.in ?? {}).flatMap(([process, state]) =>
          isState([...at, 'in', process], `${process}/${state}`),
        ),
        ...(step.not ?? []).flatMap((key, j) => isState([...at, 'not', j], key)),
      ];
    }),
  ];
}

/** Facts whose data their schema does not allow, unless the example shows that just that is refused. */
const outsideSchema = ({ steps }: Example, path: Path, registry: Registry): Finding[] =>
  steps.flatMap((step, i) =>
    'fact' in step && step.refused !== 'invalid-data' && registry.facts.has(step.fact)
      ? problemsOf(asProposed(step), step.on, registry).map((problem) => schemaFinding([...path, 'steps', i], problem))
      : [],
  );

const asProposed = ({ fact, on, data = {} }: FactStep) => ({ type: fact, on, data });

function schemaFinding(path: Path, { field, problem, expected }: FieldProblem): Finding {
  const at = [...path, 'data', field];
  if (problem === 'missing')
    return {
      path: at,
      problem: {
        sv: `Fältet «${field}» saknas; skriv ${expected}`,
        en: `The field “${field}” is missing; write ${expected}`,
      },
    };
  return problem === 'unknown'
    ? {
        path: at,
        problem: {
          sv: `Faktat har inget fält «${field}»; det har ${expected}`,
          en: `The fact has no field “${field}”; it has ${expected}`,
        },
      }
    : {
        path: at,
        problem: {
          sv: `«${field}» ligger utanför faktats schema; skriv ${expected}`,
          en: `“${field}” is outside the fact’s schema; write ${expected}`,
        },
      };
}

function withinChains(process: string, list: readonly Example[], all: readonly ProcessExamples[]): Finding[] {
  const after = new Map<string, string | undefined>(
    all.flatMap((one) => one.examples.map((e) => [`${one.process}/${e.id}`, e.after] as const)),
  );
  return list.flatMap((one, i) => {
    if (!one.after) return [];
    const path = [i, 'after'];
    if (!after.has(one.after)) return unlessKnown(path, one.after, new Set(after.keys()), example);
    return returns(`${process}/${one.id}`, after)
      ? [
          {
            path,
            problem: {
              sv: `Exemplet «${one.id}» kommer till slut efter sig självt`,
              en: `The example “${one.id}” comes after itself in the end`,
            },
          },
        ]
      : [];
  });
}

function returns(id: string, after: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let at = after.get(id); at !== undefined && !seen.has(at); at = after.get(at)) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}
