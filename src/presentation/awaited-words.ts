/** Why a fact is awaited or not, as sentences that can be read aloud. */
import { partyName } from '../../machines/parties.js';
import type { AwaitedAnswer } from '../engine/awaited/awaited.js';
import type { AwaitedReason } from '../engine/awaited/reasons.js';
import type { Remedy } from '../engine/awaited/remedies.js';
import type { NextAction } from '../engine/types.js';
import { limitMessage } from '../http/messages.js';
import type { Language, Library } from '../library/library.js';
import { actionTitle, dateName, factLabel, processName, stateTitle, unitName } from './names-of-things.js';
import { numbered } from './numbered.js';

/** What the words need besides the answer: the library, the language and the case's municipality. */
export interface Telling {
  library: Library;
  language: Language;
  kommun: string;
}

export interface AwaitedWords {
  /** The answer itself, in a sentence or two. */
  answer: string[];
  reasons: string[];
  remedies: string[];
}

export function awaitedWords(answer: AwaitedAnswer, telling: Telling): AwaitedWords {
  return {
    answer: answered(answer, telling),
    reasons: answer.reasons.map((reason) => reasonWords(reason, answer, telling)),
    remedies: answer.remedies.map((remedy) => remedyWords(remedy, telling)),
  };
}

const saying =
  (language: Language) =>
  (sv: string, en: string): string =>
    language === 'sv' ? sv : en;

/** A fact as people and programs know it. */
const fact = (type: string, { library, language }: Telling): string => {
  const label = factLabel(library, language, type);
  return language === 'sv' ? `«${label}» (${type})` : `“${label}” (${type})`;
};

function answered({ type, on, status, steps }: AwaitedAnswer, telling: Telling): string[] {
  const say = saying(telling.language);
  const name = fact(type, telling);
  switch (status) {
    case 'awaited':
      return [
        say(`${name} väntas den ${on}.`, `${name} is awaited on ${on}.`),
        ...steps.map((s) => stepWords(s, telling)),
      ];
    case 'welcome':
      return [
        say(
          `Ingen är skyldig att lämna ${name}, men uppgiften tas emot den ${on} om det har hänt.`,
          `Nobody owes ${name}, but it is taken on ${on} if it has happened.`,
        ),
      ];
    case 'computed':
      return [
        say(
          `${name} räknas fram ur dagar och regler. Den registreras aldrig.`,
          `${name} is computed from days and rules. It is never recorded.`,
        ),
      ];
    case 'not-awaited':
      return [say(`${name} väntas inte den ${on}.`, `${name} is not awaited on ${on}.`)];
  }
}

function stepWords({ process, instance, state, party, unit, due, basis }: NextAction, telling: Telling): string {
  const { library, language, kommun } = telling;
  const say = saying(language);
  const title = numbered(actionTitle(library, language, process, state), instance, language);
  const who = [partyName(party, language), unit === null ? undefined : unitName(library, kommun, unit)];
  const when = due.date ? say(`senast ${due.date}`, `by ${due.date}`) : say('utan datum', 'no date');
  return `${[...new Set(who.filter(Boolean))].join(', ')}: ${title} (${when}; ${basis}).`;
}

function reasonWords(reason: AwaitedReason, { on }: AwaitedAnswer, telling: Telling): string {
  const { library, language } = telling;
  const say = saying(language);
  switch (reason.kind) {
    case 'stands':
      return standsWords(reason, telling);
    case 'limit':
      return `${limitMessage(reason, library, language)}.`.replace(/\.\.$/, '.');
    case 'law': {
      const period =
        reason.repealed && on >= reason.repealed
          ? say(` Den är upphävd ${reason.repealed}.`, ` It was repealed ${reason.repealed}.`)
          : reason.since && on < reason.since
            ? say(` Den gäller från ${reason.since}.`, ` It is in force from ${reason.since}.`)
            : '';
      return (
        say(`${reason.citation} ger inget svar för den ${on}.`, `${reason.citation} gives no answer for ${on}.`) +
        period
      );
    }
    case 'happened':
      return say(
        `Det har redan hänt: ${fact(reason.type, telling)} den ${reason.on}.`,
        `It has happened already: ${fact(reason.type, telling)} on ${reason.on}.`,
      );
    case 'not-opened':
      return say(
        `Ärendet har inte ${processName(library, language, reason.process)} ännu.`,
        `The case does not have ${processName(library, language, reason.process)} yet.`,
      );
    case 'closed':
      return say('Ärendet är avslutat.', 'The case is closed.');
    case 'other-subject':
      return say(
        `Uppgiften hör till ett annat slags ärende: ${reason.subject}.`,
        `The fact belongs to another kind of case: ${reason.subject}.`,
      );
    case 'comes': {
      const name = `${dateName(library, language, reason.process, reason.dateName)}: ${reason.reckoned.date}`;
      return reason.on > on
        ? say(
            `Det sker ${reason.on} om inget annat händer. ${name}.`,
            `It happens on ${reason.on} if nothing else does. ${name}.`,
          )
        : say(`Det skedde ${reason.on}. ${name}.`, `It happened on ${reason.on}. ${name}.`);
    }
  }
}

function standsWords(reason: Extract<AwaitedReason, { kind: 'stands' }>, telling: Telling): string {
  const { library, language } = telling;
  const say = saying(language);
  const process = numbered(processName(library, language, reason.process), reason.instance, language);
  const title = stateTitle(library, language, reason.process, reason.state);
  const by = reason.by
    ? say(
        `, genom ${fact(reason.by.type, telling)} den ${reason.by.on}`,
        `, by ${fact(reason.by.type, telling)} on ${reason.by.on}`,
      )
    : '';
  return reason.final
    ? say(
        `${process} är klar sedan ${reason.since}: «${title}»${by}.`,
        `${process} is done since ${reason.since}: “${title}”${by}.`,
      )
    : say(
        `${process} står i «${title}» sedan ${reason.since}${by}.`,
        `${process} stands in “${title}” since ${reason.since}${by}.`,
      );
}

function remedyWords(remedy: Remedy, telling: Telling): string {
  const { library, language } = telling;
  const say = saying(language);
  switch (remedy.kind) {
    case 'record-first': {
      const facts = remedy.facts.map((type) => fact(type, telling)).join(', ');
      return say(`Den väntas när detta är registrerat: ${facts}.`, `It is awaited once this is recorded: ${facts}.`);
    }
    case 'on-or-before':
      return say(
        `Den tas emot om den gäller senast ${remedy.date}.`,
        `It is taken if it holds from ${remedy.date} at the latest.`,
      );
    case 'after':
      return say(
        `Den tas emot om den gäller från en dag efter ${remedy.date}.`,
        `It is taken if it holds from a day after ${remedy.date}.`,
      );
    case 'wait':
      return say(
        `Om inget annat händer tas den emot från ${remedy.from}.`,
        `If nothing else happens it is taken from ${remedy.from}.`,
      );
    case 'in-states': {
      const titles = remedy.states.map((state) => stateTitle(library, language, remedy.process, state));
      const list = [...new Set(titles)].map((title) => say(`«${title}»`, `“${title}”`)).join(', ');
      const name = processName(library, language, remedy.process);
      return say(`${name} tar emot den i: ${list}.`, `${name} takes it in: ${list}.`);
    }
  }
}
