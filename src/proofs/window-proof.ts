/**
 * The proof of the window (2017:820 15 §): on generated journeys, and with every fact that the window concerns tried
 * on the day before, on and after each boundary of each, nothing that is accepted lies outside.
 */
import type { LimitDates, PlainDate, Process } from '../../machines/grammar/index.js';
import { calendar } from '../engine/calendar/calendar.js';
import { begin, type CasePosition, extend, passTo } from '../engine/fold.js';
import { journey } from '../engine/journeys.js';
import { nodesOf } from '../engine/machine.js';
import { sampleData } from '../engine/samples.js';
import type { Fact } from '../engine/types.js';
import { guardName } from '../engine/verify/answers.js';
import { fileOf, type Finder, type Ground, type Look } from '../engine/verify/proof.js';
import { lastOfTheTime, type Told, type Window, windowOn, within } from './window-ledger.js';

const PROGRAMME = 'etableringsprogrammet';
/** Generated journeys, so many months apart and so long. */
const JOURNEYS = 16;
const APART = 5;
const LONG = 72;

/** What places somebody in the programme, brings them back, changes the extent or starts an activity. */
const concerned = [
  'programanvisning.beslutad',
  'aterintrade.skett',
  'omfattning.andrad',
  'intensivar.paborjat',
  'utbildning.paborjad',
];

export const nothingOutsideTheWindow: Look = (ground, finder) => {
  const programme = ground.registry.process(PROGRAMME);
  if (!programme) return;
  const trial = new Trial(ground, finder, typesConcerned(programme));
  const [first = '2018-01-01'] = ground.registry
    .of(programme.subject)
    .map(({ editions }) => editions[0].since)
    .sort()
    .reverse();
  for (let seed = 0; seed < JOURNEYS; seed++) trial.along(programme, seed, calendar.addMonths(first, seed * APART));
  for (const [boundary, reached] of Object.entries(trial.onTheLastDay))
    finder.check(
      reached > 0,
      PROGRAMME,
      () =>
        `ingen insats togs emot på sista dagen (${boundary}), så gränsen är inte prövad. Se dates i ${fileOf(PROGRAMME)}.`,
    );
};

/** The facts named here, and every other fact that the machine itself holds against the window. */
function typesConcerned({ editions }: Process): string[] {
  const guarded = editions.flatMap(({ machine }) =>
    nodesOf(machine.root)
      .flatMap((node) => [...node.transitions.values()].flat())
      .filter((branch) => {
        const guard = machine.implementations.guards[guardName(branch) ?? ''] as Partial<LimitDates> | undefined;
        return guard?.through?.some((name) => name === 'fonsterslut' || name === 'programtidsslut') === true;
      })
      .map((branch) => branch.eventType as string),
  );
  return [...new Set([...concerned, ...guarded])];
}

class Trial {
  /** How many were accepted on the last day of the 36 months and of the 24: a boundary that nothing reaches proves nothing. */
  readonly onTheLastDay = { fonsterslut: 0, programtidsslut: 0 };

  constructor(
    private readonly ground: Ground,
    private readonly finder: Finder,
    private readonly types: readonly string[],
  ) {}

  /** One journey: its own facts, and after each that moves a boundary, facts around that boundary. */
  along({ subject }: Process, seed: number, from: PlainDate): void {
    const { registry, book } = this.ground;
    const options = { registry, book, subject, seed, from, until: calendar.addMonths(from, LONG) };
    const { facts } = journey(options);
    let position = begin(registry.of(subject), subject, from, book);
    let known = '';
    for (const fact of facts) {
      position = extend(position, fact, this.ground);
      if (this.types.includes(fact.type)) this.inside(toldBy(position).slice(0, -1), fact);
      const window = windowOn(toldBy(position), position.asOf, book);
      const boundaries = boundariesOf(window, position.asOf);
      if (JSON.stringify(boundaries) !== known) this.around(position, boundaries);
      known = JSON.stringify(boundaries);
    }
  }

  private around(position: CasePosition, boundaries: Boundaries): void {
    for (const [name, day] of Object.entries(boundaries) as [keyof Boundaries, PlainDate | undefined][])
      for (const on of day === undefined ? [] : [calendar.dayBefore(day), day, calendar.addDays(day, 1)]) {
        if (on < position.asOf) continue;
        const then = passTo(position, on, this.ground.book);
        const accepted = this.factsOn(on).filter((fact) => this.accepts(then, fact));
        for (const fact of accepted) this.inside(toldBy(then), fact);
        if (on === day) this.onTheLastDay[name] += accepted.length;
      }
  }

  private accepts(position: CasePosition, fact: Fact): boolean {
    this.finder.checked++;
    return extend(position, fact, this.ground).misfits.length === position.misfits.length;
  }

  private inside(before: readonly Told[], { type, on }: Told): void {
    const window = windowOn(before, on, this.ground.book);
    this.finder.check(
      within(window, on),
      PROGRAMME,
      () =>
        `${type} togs emot ${on}, men ${outside(window, on)} (2017:820 15 §). Rätta datumen eller villkoret som står på ${type} i ${fileOf(PROGRAMME)}.`,
      () => before.map((fact) => `${fact.on} ${fact.type}`),
    );
  }

  private factsOn(on: PlainDate): Fact[] {
    const { registry } = this.ground;
    return this.types.flatMap((type) => {
      const owner = registry.process(registry.facts.get(type)?.process ?? '');
      const sample = owner?.samples.find((one) => one.type === type);
      return sample ? [factOn(type, on, sampleData(sample.data ?? {}, on))] : [];
    });
  }
}

const outside = ({ last, used, limit }: Window, on: PlainDate): string =>
  last !== undefined && on > last
    ? `sista dagen är ${last}`
    : `${used / 100} av ${limit / 100} heltidsdagar var då förbrukade`;

type Boundaries = Record<keyof Trial['onTheLastDay'], PlainDate | undefined>;

const boundariesOf = (window: Window, on: PlainDate): Boundaries => ({
  fonsterslut: window.last,
  programtidsslut: lastOfTheTime(window, on),
});

const toldBy = ({ applied }: CasePosition): Told[] => applied.flatMap(({ fact }) => fact ?? []);

const factOn = (type: string, on: PlainDate, data: Record<string, unknown>): Fact => ({
  id: 'tried',
  case: 'tried',
  seq: Number.MAX_SAFE_INTEGER,
  type,
  on,
  by: { party: 'arbetsformedlingen' },
  data,
  recordedAt: `${on}T12:00:00.000Z`,
  recordedBy: 'verify',
});
