/** How a date came about, in words. */
import type { Certainty, Reckoned, RuleUse } from '../../machines/grammar/index.js';
import type { Due } from '../engine/types.js';
import type { Terminal } from './terminal.js';
import { certaintyWords } from './texts.js';

type Arithmetic = Pick<Reckoned, 'inputs' | 'rules' | 'rolledFrom' | 'otherReading'> & { certainty: Certainty };

/** A day of birth is not for every eye that passes a screen. */
const PRIVATE: readonly string[] = ['fodd'];

/** Rules, inputs, certainty and the other reading of a computed date, as a few sentences. */
export function reckonedText(of: Arithmetic | Due, terminal: Terminal): string {
  const { say, language } = terminal;
  const rules = of.rules.map((rule) => ruleText(rule, terminal)).join('; ');
  const inputs = Object.entries(of.inputs)
    .map(([name, value]) => `${name} ${PRIVATE.includes(name) ? '…' : String(value)}`)
    .join(', ');
  const ground = [rules, inputs && `${say('räknat från', 'from')} ${inputs}`].filter(Boolean).join(', ');
  const rolled = of.rolledFrom
    ? say(
        `Flyttat från ${of.rolledFrom.date} (${of.rolledFrom.because}).`,
        `Moved from ${of.rolledFrom.date} (${of.rolledFrom.because}).`,
      )
    : '';
  const other = of.otherReading
    ? say(
        `Med den andra läsningen av ${of.otherReading.citation}: ${of.otherReading.date} (${of.otherReading.reading}).`,
        `Under the other reading of ${of.otherReading.citation}: ${of.otherReading.date} (${of.otherReading.reading}).`,
      )
    : '';
  const certainty = certaintyWords[language][of.certainty];
  return [ground && `${capital(ground)}.`, rolled, certainty && `${capital(certainty)}.`, other]
    .filter(Boolean)
    .join(' ');
}

/** One rule: provision, amount, wording and note. */
export function ruleText(
  { citation, amount, since, by, certainty, note }: RuleUse,
  { say, language }: Terminal,
): string {
  const wording = say(`lydelsen från ${since}`, `wording from ${since}`);
  const sure = certaintyWords[language][certainty];
  const aside = [by ? `${wording}, SFS ${by}` : wording, sure, note].filter(Boolean).join('; ');
  return `${citation}${amount ? `: ${amount}` : ''} (${aside})`;
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
