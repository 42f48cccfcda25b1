/** Which of the complete histories shows which obligation: a case to look at for each of them. */
import type { PlainDate, Subject } from '../../machines/grammar/index.js';
import { type Party, partyName } from '../../machines/parties.js';
import { obligationsSeen } from '../engine/obligations/seen.js';
import { inHistories } from '../engine/obligations/witnesses.js';
import type { Tour } from '../engine/tours/tours.js';
import type { DueKind } from '../engine/types.js';
import type { Library } from '../library/library.js';
import type { Session } from './session.js';
import { table } from './table.js';
import { actionTitle, dateName, kindWords } from './texts.js';

/** One step or limit of an obligation, in the first history that shows it. */
export interface ShownObligation {
  obligation: number;
  process: string;
  /** The step where it is owed, or null for a day on which a right or a duty ends. */
  state: string | null;
  dateName: string | null;
  party: Party | null;
  kind: DueKind | 'limit';
  /** The place of the history in the list, from 1; null when none shows it. */
  history: number | null;
  /** The first day on which that history shows it. */
  on: PlainDate | null;
  /** The last day to act, or the day that ends it; null where no day is shown. */
  date: PlainDate | null;
}

/** Every obligation that a process of the subject carries. */
export function shownObligations(library: Library, subject: Subject, told: readonly Tour[]): ShownObligation[] {
  const { registry, book, obligations } = library;
  const steps = new Map(obligations.obligations.flatMap(({ steps }) => steps.map((one) => [one.step, one] as const)));
  return obligationsSeen(obligations, inHistories({ registry, book }, subject, told), book).flatMap(
    ({ obligation, key, by, date = null }): ShownObligation[] => {
      const [process = '', name = ''] = key.split('/');
      if (registry.process(process)?.subject !== subject) return [];
      const step = steps.get(key);
      const what = step ? { state: name, dateName: null } : { state: null, dateName: name };
      const owed = { party: step?.party ?? null, kind: step?.kind ?? ('limit' as const) };
      return [
        { obligation, process, ...what, ...owed, history: by?.history ?? null, on: by?.position.asOf ?? null, date },
      ];
    },
  );
}

/** One row a step or limit: who owes what, in which history, from which day, and by when. */
export function showObligations(shown: readonly ShownObligation[], session: Session): void {
  const { terminal } = session;
  const { say, language, paint } = terminal;
  const library = session.library();
  const columns = [
    { title: say('Nr', 'No') },
    { title: say('Vem', 'Who'), least: 12 },
    { title: say('Vad', 'What'), least: 16 },
    { title: say('Historia', 'History') },
    { title: say('Från', 'From') },
    { title: say('Senast', 'Due'), least: 12 },
  ];
  const rows = shown.map(({ obligation, process, state, dateName: name, party, kind, history, on, date }) => [
    String(obligation),
    party === null ? say('ingen: en gräns', 'nobody: a limit') : partyName(party, language),
    state === null ? dateName(library, language, process, name ?? '') : actionTitle(library, language, process, state),
    history === null ? paint.red(say('ingen', 'none')) : String(history),
    on ?? '',
    [date, kind === 'limit' ? undefined : kindWords[language][kind]].filter(Boolean).join('\n'),
  ]);
  terminal.line(table(columns, rows, paint.bold));
}
