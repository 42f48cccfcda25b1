/** The histories that together walk every branch of every process, for `etapp journeys --complete`. */
import type { Subject } from '../../machines/grammar/index.js';
import { exampleCases } from '../engine/law-use/example-cases.js';
import { exploreAll } from '../engine/space/spaces.js';
import { type Tour, tours, type Tours } from '../engine/tours/tours.js';
import { type Exit, exit } from './exit.js';
import { historyData } from './history-data.js';
import { counting, tellOfWait } from './progress.js';
import type { Session } from './session.js';
import { outcomesData, showPairs } from './outcome-pairs.js';
import { showObligations, type ShownObligation, shownObligations } from './shown-obligations.js';
import { processName, stateTitle } from './texts.js';

/** Generates and shows them. Ends with findings when a branch is left that no history walks. */
export function completeJourneys(session: Session, subject: Subject, onlyObligations = false): Exit {
  const { terminal } = session;
  const told = generate(session, subject);
  const obligations = () => shownObligations(session.library(), subject, told.tours);
  if (terminal.json) terminal.document(asData(told, subject, obligations()));
  else if (onlyObligations) showObligations(obligations(), session);
  else show(told, session);
  return told.unwalked.length === 0 ? exit.done : exit.findings;
}

function generate(session: Session, subject: Subject): Tours {
  const { terminal } = session;
  const { registry, book, examples } = session.library();
  tellOfWait(terminal);
  const bar = counting(terminal, { sv: 'övergångar', en: 'transitions' });
  const { spaces } = exploreAll({ registry, book });
  try {
    const progress = bar.update;
    return tours({ registry, book, subject, spaces, progress, examples: exampleCases({ registry, book, examples }) });
  } finally {
    bar.stop();
  }
}

const asData = (
  { tours: told, walked, unwalked, ...outcomes }: Tours,
  subject: Subject,
  obligations: readonly ShownObligation[],
) => ({
  subject,
  walked,
  unwalked,
  outcomes: outcomesData(outcomes),
  obligations,
  journeys: told.map(({ from, example = null, position }) => ({ from, example, ...historyData(position) })),
});

function show({ tours: told, walked, unwalked, ...outcomes }: Tours, session: Session): void {
  const { terminal } = session;
  const { say, paint } = terminal;
  told.forEach((tour, i) => showTour(tour, i + 1, session));
  const facts = told.reduce((sum, tour) => sum + tour.facts.length, 0);
  terminal.line();
  terminal.text(
    say(
      `${told.length} historier, ${facts} uppgifter. De går ${walked} övergångar av ${walked + unwalked.length} och slutar i ${outcomes.met} par av utfall.`,
      `${told.length} histories, ${facts} facts. They walk ${walked} transitions of ${walked + unwalked.length} and end in ${outcomes.met} pairs of outcomes.`,
    ),
  );
  for (const branch of unwalked) terminal.text(paint.red(`${say('Ingen går', 'Nobody walks')} ${branch}`), '  ');
  showPairs(outcomes, session);
}

/** One line a history: how long it is and where it ends. */
function showTour({ from, facts, position, example }: Tour, number: number, session: Session): void {
  const { terminal } = session;
  const { say, language, paint } = terminal;
  const library = session.library();
  const ends = position.positions
    .filter(({ snapshot }) => snapshot.status === 'done')
    .map(({ process, leaves }) =>
      leaves
        .map(
          ({ state }) =>
            `${processName(library, language, process.id)}: ${stateTitle(library, language, process.id, state)}`,
        )
        .join(', '),
    );
  terminal.text(
    `${paint.bold(String(number).padStart(3))}  ${from} – ${position.asOf}  ${facts.length} ${say('uppgifter', 'facts')}  ${paint.dim([...(example ? [`${say('exemplet', 'example')} ${example}`] : []), ...ends].join('; '))}`,
    '     ',
  );
}
