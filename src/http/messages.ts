/** A refusal in words: what happened, whose turn it is, what to do. Pure; the API, the command line and the pages use it alike. */
import type { PlainDate } from '../../machines/grammar/index.js';
import { type Party, partyName } from '../../machines/parties.js';
import type { PassedLimit, Refusal } from '../engine/refusal.js';
import type { Registry } from '../engine/registry.js';
import type { ProcessTexts } from '../engine/texts.js';
import { type Language, type ProblemKind, problemKinds, words } from './message-words.js';
import type { FieldError } from './problems.js';

export type { Language } from './message-words.js';

/** What a refusal needs to know of a step that is owed instead. */
export interface AwaitedStep {
  party: Party;
  facts: readonly string[];
  basis: string;
  due: PlainDate | null;
}

/** A refusal with the steps that are owed on the day of the fact. */
export interface RefusedFact {
  refusal: Refusal;
  awaited: readonly AwaitedStep[];
}

export interface MessageContext {
  registry: Registry;
  texts: Record<Language, Record<string, ProcessTexts>>;
}

/** The refusal as a few sentences in a language. */
export function refusalMessage(refused: RefusedFact, context: MessageContext, language: Language = 'sv'): string {
  return sentences(refused, context, language).filter(Boolean).join(' ');
}

function sentences(refused: RefusedFact, context: MessageContext, language: Language): string[] {
  const { slug, type, on, problems, limits } = refused.refusal;
  const say = words[language];
  switch (slug) {
    case 'unknown-fact':
      return [say.unknownFact(type), problems.length > 0 ? say.didYouMean(listed(problems, say.or)) : ''];
    case 'invalid-data':
      return [say.notUsable(type), ...fieldErrors(refused.refusal, language).map(({ detail }) => detail)];
    case 'case-closed':
      return [say.caseClosed(type), say.correctClosed];
    case 'law-not-in-force':
      return [...limits.flatMap(({ citation }) => (citation ? [say.lawNotInForce(citation, on)] : [])), say.checkDay];
    case 'not-awaited':
      return limits.length > 0 ? stopped(refused, context, language) : notAwaited(refused, language);
  }
}

function stopped(
  { refusal: { type, on, limits } }: RefusedFact,
  context: MessageContext,
  language: Language,
): string[] {
  const say = words[language];
  const passed = limits.some((limit) => limit.timeFact !== undefined);
  const told = limits.map((limit) => `${limitMessage(limit, context, language)}.`.replace(/\.\.$/, '.'));
  return [passed ? say.noLonger(type) : say.notOn(type, on), ...told, say.checkDay];
}

function notAwaited({ refusal: { type, on, missing }, awaited }: RefusedFact, language: Language): string[] {
  const say = words[language];
  const steps = listed(
    awaited.map((step) => awaitedMessage(step, language)),
    say.and,
  );
  if (missing.length > 0) return [say.notYet(type), steps && say.first(steps), say.recordFirst(missing.join(', '))];
  return [say.notOn(type, on), steps ? say.now(steps) : say.nobody, say.checkOrder];
}

function awaitedMessage({ party, facts, basis, due }: AwaitedStep, language: Language): string {
  const say = words[language];
  const ground = due ? `${basis}, ${say.dueBy(due)}` : basis;
  return say.awaited(listed(facts, say.or), nameWithin(party, language), ground);
}

/** The party's name inside a sentence. */
const nameWithin = (party: Party, language: Language): string =>
  partyName(party, language).replace(/^(Den|The) /, (the) => the.toLowerCase());

/** What a guard or a passed date says, with the arithmetic of the date. No full stop at the end when a date is told. */
export function limitMessage(limit: PassedLimit, context: MessageContext, language: Language): string {
  const texts = context.texts[language][limit.process];
  const why =
    (limit.guard && texts?.guards?.[limit.guard]) || (limit.timeFact && texts?.time_facts?.[limit.timeFact]) || '';
  const date = dateMessage(limit, texts, language);
  if (!why) return date || limit.guard || limit.timeFact || limit.citation || limit.process;
  return date ? `${why.replace(/\.$/, '')}. ${date}` : why;
}

function dateMessage({ dateName, reckoned }: PassedLimit, texts: ProcessTexts | undefined, language: Language): string {
  if (!reckoned) return '';
  const say = words[language];
  const rule = reckoned.rules[0];
  const start = Object.entries(reckoned.inputs)[0];
  const length = [rule?.amount, start && say.from(start[0], String(start[1]))].filter(Boolean).join(' ');
  const note = [say.certainty[reckoned.certainty], rule?.note].filter(Boolean).join(': ');
  const other = reckoned.otherReading ? say.otherReading(reckoned.otherReading.date) : '';
  const arithmetic = [[rule?.citation, length].filter(Boolean).join(', '), note, other].filter(Boolean).join('; ');
  const name = dateName === undefined ? say.latestAllowed : (texts?.dates?.[dateName] ?? dateName);
  return `${say.lastDay(name, reckoned.date)}${arithmetic && ` (${arithmetic})`}`;
}

const PROBLEM = new RegExp(`^(\\S+): (${problemKinds.join('|')}) \\((.*)\\)$`, 's');
const OWN_FIELDS = ['on', 'corrects', 'reason', 'type', 'by'];

/** What is wrong with each field of a fact, from the engine's terse account of it. */
export const fieldErrors = ({ problems }: Refusal, language: Language): FieldError[] =>
  problems.map((problem) => {
    const [, field = '', kind, expected = ''] = PROBLEM.exec(problem) ?? [];
    const pointer = OWN_FIELDS.includes(field)
      ? `/${field}`
      : `/data/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const told = words[language].problem[kind as ProblemKind]?.(field, expected);
    return told ? { pointer, detail: told } : { pointer: '', detail: problem };
  });

const listed = (items: readonly string[], word: string): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
