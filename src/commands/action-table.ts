/** Owed steps as a table: who, what, by when, on what ground. */
import type pc from 'picocolors';
import type { PlainDate } from '../../machines/grammar/index.js';
import type { Language } from '../http/message-words.js';
import type { Library } from '../library/library.js';
import type { NextActionView } from '../next-actions/action-view.js';
import { daysInWords } from '../presentation/days-in-words.js';
import { numbered } from '../presentation/numbered.js';
import { type Column, table } from './table.js';
import { sayIn } from './terminal.js';
import { actionTitle, firmness, whoNames } from './texts.js';

export interface ActionTableOptions {
  library: Library;
  language: Language;
  paint: ReturnType<typeof pc.createColors>;
  /** The day that lateness is told from; without it only the dates are told. */
  asOf?: PlainDate;
  /** One case only: its number is left out. */
  ofOneCase?: boolean;
}

/** The table, with the mark explained below it when a step is nobody's by the agreement. */
export function actionTable(actions: readonly NextActionView[], options: ActionTableOptions): string {
  const { language, paint, ofOneCase } = options;
  const say = sayIn(language);
  const columns: Column[] = [
    ...(ofOneCase ? [] : [{ title: say('Ärende', 'Case') }]),
    { title: say('Senast', 'Due') },
    { title: say('Vem', 'Who'), least: 16 },
    { title: say('Vad', 'What'), least: 16 },
    { title: say('Grund', 'Ground'), least: 26 },
  ];
  const rows = actions.map((action) => [...(ofOneCase ? [] : [action.case]), ...cells(action, options)]);
  const drawn = table(columns, rows, paint.bold);
  return actions.some(({ gap }) => gap) ? `${drawn}\n\n${GAP_MARK} ${gapLegend(language)}` : drawn;
}

const GAP_MARK = '⚠';
const gapLegend = (language: Language): string =>
  sayIn(language)(
    'varken lagen eller överenskommelsen säger vem; den som visas svarar tills vidare',
    'neither the law nor an agreement in force says who; the one shown answers until then',
  );

function cells(action: NextActionView, { library, language, paint, asOf }: ActionTableOptions): string[] {
  const { due, party, unit, gap, process, instance, state, basis, dueKind, certainty, clause } = action;
  const late = asOf !== undefined && due !== null && due < asOf;
  const words = asOf === undefined && due !== null ? '' : daysInWords(due, asOf ?? '9999-12-31', language);
  const kommun = action.case.slice(0, 4);
  return [
    [due ?? '', late ? paint.red(words) : words].filter(Boolean).join('\n'),
    whoNames(library, language, { party, unit, kommun })
      .map((name, i) => (gap && i === 0 ? `${name} ${paint.yellow(GAP_MARK)}` : name))
      .join('\n'),
    numbered(actionTitle(library, language, process, state), instance, language),
    [
      basis,
      [firmness(dueKind, certainty, language), clause && `${sayIn(language)('klausul', 'clause')} ${clause}`]
        .filter(Boolean)
        .join('; '),
    ].join('\n'),
  ];
}
