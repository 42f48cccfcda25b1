/** Reads the catalogue of obligations. What an entry names must exist, or stand among what is coming. */
import { join } from 'node:path';
import { isStep } from '../../machines/grammar/index.js';
import type { Obligation } from '../engine/obligations/obligation.js';
import type { StatuteBook } from '../engine/law/statute-book.js';
import type { Registry } from '../engine/registry.js';
import type { Finding, Path } from './data-error.js';
import { ObligationsDto } from './dto/obligations.dto.js';
import { type Reading, readAs, repeated, shownIn, unlessKnown } from './reading.js';

/** What the catalogue is held against. `book` is undefined while law or requirements have errors; sources are then not looked up. */
export interface ObligationContext {
  registry: Registry;
  book: StatuteBook | undefined;
  requirementIds: readonly string[];
}

const step = { sv: 'Steget', en: 'step' };
const date = { sv: 'Datumet', en: 'date' };
const source = { sv: 'Bestämmelsen', en: 'provision' };
const number = { sv: 'Skyldigheten', en: 'obligation' };

/** The catalogue. Only steps that somebody owes can carry an obligation, and only computed dates can be its limit. */
export function readObligations(folder: string, context: ObligationContext): Reading<ObligationsDto> {
  const path = join(folder, 'obligations.yaml');
  const { registry, book, requirementIds } = context;
  const steps = [...registry.states.values()].filter(({ meta }) => isStep(meta)).map(({ key }) => key);
  const dates = registry.processes.flatMap(({ id, dates }) => Object.keys(dates).map((name) => `${id}/${name}`));
  return readAs(ObligationsDto, path, shownIn(folder, path), ({ coming = [], obligations }) => {
    const known: Known = {
      steps: new Set([...steps, ...coming]),
      dates: new Set([...dates, ...coming]),
      sources: book && new Set([...book.citations(), ...requirementIds]),
    };
    const numbers = obligations.map((one, i) => ({ path: ['obligations', i, 'number'], name: String(one.number) }));
    return [
      ...repeated(numbers, number),
      ...obligations.flatMap((one, i) => withinObligation(one, ['obligations', i], known)),
    ];
  });
}

interface Known {
  steps: ReadonlySet<string>;
  dates: ReadonlySet<string>;
  sources: ReadonlySet<string> | undefined;
}

const withinObligation = (one: Obligation, path: Path, known: Known): Finding[] => [
  ...one.sources.flatMap((citation, i) =>
    known.sources ? unlessKnown([...path, 'sources', i], citation, known.sources, source) : [],
  ),
  ...one.steps.flatMap((carrying, i) => [
    ...unlessKnown([...path, 'steps', i, 'step'], carrying.step, known.steps, step),
    ...(one.debtors.includes(carrying.party) ? [] : [notADebtor([...path, 'steps', i, 'party'], carrying.party)]),
    ...(['none', ...one.kinds].includes(carrying.kind) ? [] : [notAKind([...path, 'steps', i, 'kind'], carrying.kind)]),
  ]),
  ...(one.limits ?? []).flatMap((key, i) => unlessKnown([...path, 'limits', i], key, known.dates, date)),
];

const notADebtor = (path: Path, party: string): Finding => ({
  path,
  problem: {
    sv: `«${party}» står inte bland dem som är skyldiga (debtors)`,
    en: `“${party}” is not among the debtors`,
  },
});

const notAKind = (path: Path, kind: string): Finding => ({
  path,
  problem: {
    sv: `Tidens slag «${kind}» står inte bland skyldighetens (kinds)`,
    en: `The kind “${kind}” is not among the obligation's kinds`,
  },
});
