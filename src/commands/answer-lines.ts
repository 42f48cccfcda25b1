/** Answers in whole sentences: whether a fact is awaited, and how dates came about. */
import type { AwaitedView } from '../cases/awaited-view.js';
import type { DatesView } from '../cases/explanation-view.js';
import type { Library } from '../library/library.js';
import { processHeading } from '../presentation/explanation-words.js';
import type { Line } from './coverage-lines.js';
import type { Terminal } from './terminal.js';

const line = (text: string, indent = '    '): Line => ({ text, indent });

/** The answer, why, and what would make it so. */
export function awaitedLines({ says }: AwaitedView, { say, language, paint }: Terminal): Line[] {
  const { answer, reasons, remedies } = says[language];
  const [first = '', ...more] = answer;
  const part = (title: string, sentences: readonly string[]): Line[] =>
    sentences.length > 0 ? [line(''), line(paint.bold(title)), ...sentences.map((text) => line(`  ${text}`))] : [];
  return [
    line(paint.bold(first), ''),
    ...more.map((text) => line(`  ${text}`)),
    ...part(say('Varför', 'Why'), reasons),
    ...part(say('Vad som skulle ändra det', 'What would change it'), remedies),
  ];
}

/** Each date with its sentences, under its process. */
export function dateLines({ dates, asOf }: DatesView, library: Library, terminal: Terminal): Line[] {
  const { say, language, paint } = terminal;
  if (dates.length === 0)
    return [
      line(
        say(
          `Ingen sådan dag går att räkna ut den ${asOf}: det den räknas från har inte hänt.`,
          `No such date can be computed on ${asOf}: what it is counted from has not happened.`,
        ),
      ),
    ];
  return dates.flatMap((date, i) => {
    const heading = processHeading(date, { library, language });
    const former = i > 0 ? processHeading(dates[i - 1]!, { library, language }) : undefined;
    const [first = '', ...more] = date.says[language];
    return [
      ...(heading === former ? [] : [...(i > 0 ? [line('')] : []), line(paint.bold(heading))]),
      line(`  ${first}`),
      ...more.map((text) => line(`    ${text}`, '      ')),
    ];
  });
}
