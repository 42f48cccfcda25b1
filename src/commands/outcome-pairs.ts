/** How coupled processes end together: the pairs that no case can end with, and why. */
import { nameOf } from '../engine/tours/outcomes.js';
import type { ImpossiblePair } from '../engine/tours/pairs.js';
import type { Tours } from '../engine/tours/tours.js';
import type { Session } from './session.js';
import { processName, stateTitle } from './texts.js';

/** `unmet` are those for which neither a history nor a reason was found. */
export const outcomesData = ({ met, unmet, impossible }: Pick<Tours, 'met' | 'unmet' | 'impossible'>) => ({
  met,
  unmet,
  impossible: impossible.map((one) => {
    const [ended, other] = sides(one);
    return {
      pair: nameOf(one.pair),
      when: { process: ended.process.id, state: ended.state },
      then: { process: other.process.id, states: one.other },
    };
  }),
});

/** Each pair with its reason, then those that nobody has explained. */
export function showPairs({ unmet, impossible }: Pick<Tours, 'unmet' | 'impossible'>, session: Session): void {
  const { terminal } = session;
  const { say, paint } = terminal;
  if (impossible.length > 0)
    terminal.heading(say('Par av utfall som inget ärende kan sluta i', 'Pairs of outcomes that no case can end in'));
  for (const one of impossible) {
    terminal.text(`  ${nameOf(one.pair)}`, '    ');
    terminal.text(`    ${paint.dim(reason(one, session))}`, '    ');
  }
  if (unmet.length > 0)
    terminal.heading(
      say('Par som ingen historia slutar i, och som kan finnas', 'Pairs that no history ends in, though they may be'),
    );
  for (const pair of unmet) terminal.text(paint.red(`  ${pair}`), '    ');
}

function reason(one: ImpossiblePair, session: Session): string {
  const { say, language } = session.terminal;
  const library = session.library();
  const [ended, other] = sides(one);
  const name = (process: string) => processName(library, language, process);
  const title = (process: string, state: string) => `«${stateTitle(library, language, process, state)}»`;
  const states = one.other.map((state) => title(other.process.id, state));
  const or =
    states.length > 1 ? `${states.slice(0, -1).join(', ')} ${say('eller', 'or')} ${states.at(-1)}` : states.join();
  return say(
    `När ${name(ended.process.id)} har slutat i ${title(ended.process.id, ended.state)} står ${name(other.process.id)} alltid i ${or}.`,
    `When ${name(ended.process.id)} has ended in ${title(ended.process.id, ended.state)}, ${name(other.process.id)} is always in ${or}.`,
  );
}

const sides = ({ pair: [first, second], ended }: ImpossiblePair) =>
  ended === 0 ? ([first, second] as const) : ([second, first] as const);
