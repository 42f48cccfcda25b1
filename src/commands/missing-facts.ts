/** What a person states of forgotten facts on the command line, and how a refusal tells of them. */
import { readFileSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import type { PlainDate } from '../../machines/grammar/index.js';
import type { MissingToRecord } from '../cases/recording.js';
import { parseDate } from '../engine/calendar/calendar.js';
import type { MissingBody } from '../http/refusal-body.js';
import { words } from '../http/message-words.js';
import type { Say, Terminal } from './terminal.js';

/** Reads `[{"type":…,"on":…,"data":…}]`, or `@FILE` that holds it. */
export const missingList =
  (say: Say) =>
  (text: string): MissingToRecord[] => {
    const list = parsed(text.startsWith('@') ? contentOf(text.slice(1)) : text);
    if (Array.isArray(list) && list.every(isMissing)) return list;
    throw new InvalidArgumentError(
      say(
        'Skriv en JSON-lista: \'[{"type":"sfi.mottagen","on":"2026-10-05"}]\'.',
        'Write a JSON list: \'[{"type":"sfi.mottagen","on":"2026-10-05"}]\'.',
      ),
    );
  };

/** Reads `TYPE=DATE`, as often as it is given. */
export const missingOn =
  (say: Say) =>
  (text: string, before: readonly MissingToRecord[] = []): MissingToRecord[] => {
    const [, type, date] = /^([\w.-]+)=(\S+)$/.exec(text) ?? [];
    const on: PlainDate | undefined = date === undefined ? undefined : parseDate(date);
    if (type !== undefined && on) return [...before, { type, on }];
    throw new InvalidArgumentError(
      say('Skriv TYP=ÅÅÅÅ-MM-DD: sfi.mottagen=2026-10-05.', 'Write TYPE=YYYY-MM-DD: sfi.mottagen=2026-10-05.'),
    );
  };

/** Both ways of stating together: a day given by itself belongs to the first of its type that has none. */
export function statedMissing(list: readonly MissingToRecord[] = [], days: readonly MissingToRecord[] = []) {
  const stated = list.map((one) => ({ ...one }));
  for (const day of days) {
    const same = stated.find(({ type, on }) => type === day.type && on === undefined);
    if (same && day.on !== undefined) same.on = day.on;
    else stated.push({ ...day });
  }
  return stated;
}

/** Tells what is missing, between which days, and what a person has to state. */
export function tellMissing(catchUp: readonly MissingBody[], { say, language, alarm, note }: Telling): void {
  if (catchUp.length === 0) return;
  note(
    `\n${say('Det här saknas. Registrera det på en gång med --with-missing', 'This is missing. Record it in one go with --with-missing')}:\n`,
  );
  for (const { type, label, labelEn, notBefore, notAfter, toState } of catchUp) {
    const { from, through } = dayWords[language];
    const days = [notBefore && from(notBefore.day, notBefore.because), through(notAfter.day, notAfter.because)];
    note(`  ${alarm.bold(say(label, labelEn))} (${type}): ${days.filter(Boolean).join(', ')}`, '    ');
    for (const { field, expected } of toState)
      note(`    ${words[language].problem.missing(field, expected)}`, '      ');
  }
}

interface Telling extends Pick<Terminal, 'say' | 'language' | 'alarm'> {
  note: (text: string, indent?: string) => void;
}

const dayWords = {
  sv: {
    from: (day: PlainDate, because: string) => `tidigast ${day} (${because})`,
    through: (day: PlainDate, because: string) => `senast ${day} (${because})`,
  },
  en: {
    from: (day: PlainDate, because: string) => `${day} at the earliest (${because})`,
    through: (day: PlainDate, because: string) => `${day} at the latest (${because})`,
  },
};

const isMissing = (one: unknown): one is MissingToRecord => {
  if (typeof one !== 'object' || one === null) return false;
  const { type, on, data } = one as Record<string, unknown>;
  const dated = on === undefined || typeof on === 'string';
  return typeof type === 'string' && dated && (data === undefined || (typeof data === 'object' && data !== null));
};

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
