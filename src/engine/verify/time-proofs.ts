/** Proofs over time: clocks that move their process, and dates that can be reckoned wherever they are needed. */
import { isStep, type Step } from '../../../machines/grammar/index.js';
import { lawOn, lengthFrom } from '../law/law-on.js';
import type { StatuteBook } from '../law/statute-book.js';
import { nodesOf, statePath } from '../machine.js';
import { metaOf } from '../registry.js';
import { attempt, clockOf } from '../space/clocks.js';
import { handled, isLeaf } from './form-proofs.js';
import { fileOf, type Look } from './proof.js';
import { factsTo, saidBy, type Situation, type StateSpace } from '../space/state-space.js';

/** Every clock names a computed date, and its time fact is taken where it runs. */
export const everyClockMoves: Look = ({ registry }, finder) => {
  for (const process of registry.processes)
    for (const { machine } of process.editions)
      for (const node of nodesOf(machine.root))
        for (const [timeFact, dateName] of Object.entries(clockOf(metaOf(node)))) {
          finder.check(
            process.dates[dateName] !== undefined,
            process.id,
            () => `${statePath(node)}: inget datum heter ${dateName}. Skriv det i dates i ${fileOf(process.id)}.`,
          );
          for (const leaf of nodesOf(node).filter(isLeaf))
            finder.check(
              handled(leaf).has(timeFact),
              process.id,
              () =>
                `${leaf.key}: klockan räknar ut ${timeFact} men inget tar emot det. Skriv det under on i ${fileOf(process.id)}.`,
            );
        }
};

/**
 * In every situation each running clock and each date that a step is due by is reckoned or lacks its inputs; nothing
 * throws. A step that is due by a date has that date.
 */
export const everyDateComputable: Look = ({ explored, book }, finder) => {
  for (const space of explored.spaces) {
    for (const { at, fact, says } of space.thrown)
      finder.check(
        false,
        space.process.id,
        () =>
          `${leavesOf(at)}: ${fact} går inte att pröva ${space.on}: ${says} Rätta villkoret eller åtgärden i ${fileOf(space.process.id)}, eller lagen i machines/law.`,
        () => [...factsTo(at), fact],
      );
    for (const situation of space.situations)
      if (situation.snapshot.status === 'active')
        for (const { name, owed, where } of datesOf(situation)) {
          const fault = faultOf(name, owed, space, situation, book);
          finder.check(
            fault === undefined,
            space.process.id,
            () => `${where}: ${fault ?? ''}`,
            () => factsTo(situation),
          );
        }
  }
};

const leavesOf = ({ leaves }: Situation): string => leaves.map(({ key }) => key).join(' + ');

interface Wanted {
  name: string;
  /** Somebody owes a step by this date, so it must be there. */
  owed: boolean;
  where: string;
}

function datesOf({ snapshot }: Situation): Wanted[] {
  return (snapshot._nodes as Situation['leaves']).flatMap((node) => {
    const meta = metaOf(node);
    const clocks = Object.values(clockOf(meta)).map((name) => ({ name, owed: false, where: node.key }));
    return isStep(meta) ? [...clocks, ...dueBy(meta).map((due) => ({ ...due, where: node.key }))] : clocks;
  });
}

const dueBy = ({ deadline }: Step): Omit<Wanted, 'where'>[] =>
  'by' in deadline ? [{ name: deadline.by, owed: deadline.orNone !== true }] : [];

function faultOf(
  name: string,
  owed: boolean,
  { process, on }: StateSpace,
  { snapshot }: Situation,
  book: StatuteBook,
): string | undefined {
  if (process.dates[name] === undefined) return undefined;
  const law = lawOn(book, on);
  const tried = attempt(process, name, snapshot, law);
  if ('thrown' in tried)
    return `datumet ${name} går inte att räkna ut ${on}: ${saidBy(tried.thrown, law)} Rätta dates i ${fileOf(process.id)}, eller lagen i machines/law.`;
  return owed && tried.reckoned === undefined
    ? `steget ska göras senast ${name}, men datumet saknar underlag där. Spara underlaget i kontexten, eller skriv orNone på tidsgränsen, i ${fileOf(process.id)}.`
    : undefined;
}

/** What the provisions that steps cite must hold: a length for `within`, words for `promptly`. */
export const everyDeadlineInLaw: Look = ({ registry, book }, finder) => {
  const known = new Set(book.citations());
  for (const { process, state, meta } of registry.states.values()) {
    if (!isStep(meta)) continue;
    const { deadline } = meta;
    const rule = (holds: boolean, says: string) => finder.check(holds, process.id, () => `${state}: ${says}`);
    if ('within' in deadline && known.has(deadline.within))
      rule(
        book.find(deadline.within).provision.deadline !== undefined,
        `${deadline.within} har ingen tidslängd. Skriv deadline under paragrafen i machines/law.`,
      );
    if ('promptly' in deadline && known.has(deadline.promptly))
      rule(
        book.find(deadline.promptly).provision.standard !== undefined,
        `${deadline.promptly} har inget tidskrav i ord. Skriv standard under paragrafen i machines/law.`,
      );
    if ('by' in deadline)
      rule(
        process.dates[deadline.by] !== undefined,
        `inget datum heter ${deadline.by}. Skriv det i dates i ${fileOf(process.id)}.`,
      );
  }
};

/** A length in law can be counted from every day on which its step can be come to. */
export const lengthFault = (citation: string, on: StateSpace['on'], book: StatuteBook): string | undefined => {
  try {
    lengthFrom(book, citation, on, '');
    return undefined;
  } catch (error) {
    return saidBy(error);
  }
};
