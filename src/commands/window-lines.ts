import type { PlainDate, Reckoned } from '../../machines/grammar/index.js';
import type { ProgrammeWindow } from '../cases/programme-window.js';
import type { Language } from '../http/message-words.js';
import { daysInWords } from '../presentation/days-in-words.js';
import { reckonedText } from './reckoned.js';
import type { Terminal } from './terminal.js';
import { certaintyWords } from './texts.js';

/** The programme window in words: what has been used, both limits, the other reading and how sure each is. */
export function windowLines(
  { anchor, fonsterslut, programtidsslut, ledger }: ProgrammeWindow,
  asOf: PlainDate,
  terminal: Terminal,
): string[] {
  const { say, language } = terminal;
  const days = daysIn(language);
  const limit = (name: string, reckoned: Reckoned | null): string[] =>
    reckoned
      ? [
          `${name}: ${reckoned.date} (${passedInWords(reckoned.date, asOf, terminal)}). ${reckonedText(reckoned, terminal)}`,
        ]
      : [];
  const used = ledger
    ? [
        say(
          `Förbrukat: ${days(ledger.consumedFullTimeDays)} av ${ledger.limitFullTimeDays} heltidsdagar sedan ${ledger.since}, ${days(ledger.leftFullTimeDays)} kvar (${certaintyWords.sv[ledger.certainty]}).`,
          `Used: ${days(ledger.consumedFullTimeDays)} of ${ledger.limitFullTimeDays} full-time days since ${ledger.since}, ${days(ledger.leftFullTimeDays)} left (${certaintyWords.en[ledger.certainty]}).`,
        ),
      ]
    : [];
  const from = anchor ? [say(`Fönstret räknas från ${anchor}.`, `The window runs from ${anchor}.`)] : [];
  const ends = [
    ...limit(say('Fönstret stänger', 'The window closes'), fonsterslut),
    ...limit(say('Programtiden tar slut', 'The programme time ends'), programtidsslut),
  ];
  const advice = say(
    'Beräknat av Etapp. Arbetsförmedlingen beslutar.',
    'Computed by Etapp. The Public Employment Service decides.',
  );
  return [...from, ...used, ...ends, ...(ends.length > 0 ? [advice] : [])];
}

const daysIn = (language: Language): ((count: number) => string) => {
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return (count) => format.format(count);
};

// A limit that has passed is not late: nobody was to do anything then.
const passedInWords = (date: PlainDate, asOf: PlainDate, { say, language }: Terminal): string =>
  date < asOf ? say('har passerat', 'has passed') : daysInWords(date, asOf, language);
