/** The chain fact → rule → date → step → unit as sentences that a coordinator can read aloud. */
import { partyName } from '../../machines/parties.js';
import type { ExplainedState, Explanation } from '../engine/explain.js';
import { type ExplainedDate, startOf } from '../engine/explanation/dates.js';
import type { ExplainedRule, QuotedProvision } from '../engine/explanation/rules.js';
import type { Due } from '../engine/types.js';
import type { Language, Library } from '../library/library.js';
import { actionTitle, dateName, factLabel, processName, unitName } from './names-of-things.js';
import { numbered } from './numbered.js';

/** What the words need besides the data: the library, the language and the case's municipality. */
export interface ToldIn {
  library: Library;
  language: Language;
  kommun: string;
}

type Say = (sv: string, en: string) => string;
const saying =
  (language: Language): Say =>
  (sv, en) =>
    language === 'sv' ? sv : en;

/** A day of birth is reckoned with, and never read aloud. */
const PRIVATE: readonly string[] = ['fodd'];

/** How a computed date came about. */
export function dateSentences(date: ExplainedDate, told: ToldIn): string[] {
  const { library, language } = told;
  const say = saying(language);
  const { process, name, reckoned, rules, dueOf, then } = date;
  const title = dateName(library, language, process, name);
  const steps = dueOf.map((state) => actionTitle(library, language, process, state));
  return [
    `${title}: ${reckoned.date}.`,
    ...arithmetic({ ...reckoned, process }, rules, told),
    ...steps.map((step) => say(`Det är sista dagen för: ${step}.`, `It is the last day for: ${step}.`)),
    ...(then
      ? [
          say(
            `Om inget annat händer följer ${quote(then.type, told)} den ${then.on}.`,
            `If nothing else happens ${quote(then.type, told)} follows on ${then.on}.`,
          ),
        ]
      : []),
  ];
}

/** Why a step is owed, by whom and by when. Empty for a state in which nobody is awaited. */
export function stepSentences(
  { state, since, opened, action, ground, rules = [], clauses }: ExplainedState,
  { process, agreement }: Pick<Explanation, 'process' | 'agreement'>,
  told: ToldIn,
): string[] {
  if (!action) return [];
  const { library, language, kommun } = told;
  const say = saying(language);
  const title = numbered(actionTitle(library, language, process, state), action.instance, language);
  const who = partyName(action.party, language);
  return [
    opened
      ? say(
          `${quote(opened.type, told)} den ${opened.on} öppnade steget.`,
          `${quote(opened.type, told)} on ${opened.on} opened the step.`,
        )
      : say(
          `Steget väntar sedan ${since}, då ärendet började.`,
          `The step has been open since ${since}, when the case began.`,
        ),
    ground ? provisionSentence(ground, told) : agreementGround(action.basis, told),
    ...(action.due.date
      ? arithmetic({ ...action.due, kind: 'action', process, ground: ground?.citation }, rules, told)
      : [undatedSentence(action.due, say)]),
    action.due.date
      ? say(
          `Därför ska detta göras senast ${action.due.date}: ${title}.`,
          `So this is to be done by ${action.due.date}: ${title}.`,
        )
      : say(`Därför väntas detta: ${title}.`, `So this is awaited: ${title}.`),
    unitSentence(who, action.unit && unitName(library, kommun, action.unit), action.clause, agreement, say),
    ...clauses.flatMap(({ id, deadline }) =>
      deadline
        ? [say(`Klausul ${id} säger om tiden: ${deadline}.`, `Clause ${id} says of the time: ${deadline}.`)]
        : [],
    ),
    ...(action.gap
      ? [say('Varken lagen eller överenskommelsen säger vem.', 'Neither the law nor the agreement says who.')]
      : []),
  ];
}

type Reckoning = Pick<Due, 'inputs' | 'rolledFrom' | 'otherReading' | 'certainty'> & {
  date: string | null;
  kind: string;
  process: string;
  clause?: string | undefined;
  /** The provision that has been quoted already. */
  ground?: string | undefined;
};

/** Start, rule, sum, roll-over, certainty and the other reading. */
function arithmetic(of: Reckoning, rules: readonly ExplainedRule[], told: ToldIn): string[] {
  const { language } = told;
  const say = saying(language);
  const start = startOf(of.inputs);
  const rest = Object.entries(of.inputs).filter(([input]) => input !== start?.input);
  const nominal = of.rolledFrom?.date ?? of.date ?? '';
  // A day that a fact states itself is not reckoned.
  if (start && rules.length === 0 && start.on === nominal && !of.clause)
    return [
      say(
        `Dagen är den som har uppgetts: ${inputName(start.input, of.process, told)}.`,
        `The day is the one stated: ${inputName(start.input, of.process, told)}.`,
      ),
    ];
  const from = start
    ? PRIVATE.includes(start.input)
      ? say('Tiden räknas från födelsedagen', 'The time runs from the day of birth')
      : say(
          `Tiden räknas från ${inputName(start.input, of.process, told)} ${start.on}`,
          `The time runs from ${inputName(start.input, of.process, told)} ${start.on}`,
        )
    : '';
  return [
    ...rules.flatMap((rule) => ruleSentence(rule, told, of.ground ?? '')),
    ...(of.clause
      ? [
          say(
            `Tiden är satt i överenskommelsen, klausul ${of.clause}.`,
            `The time is set by the agreement, clause ${of.clause}.`,
          ),
        ]
      : []),
    ...(from ? [say(`${from} och slutar ${nominal}.`, `${from} and ends on ${nominal}.`)] : []),
    ...(rest.length > 0
      ? [
          `${say('Med i räkningen', 'Reckoned with')}: ${rest.map(([input, value]) => `${inputName(input, of.process, told)} ${String(value)}`).join(', ')}.`,
        ]
      : []),
    ...(of.rolledFrom
      ? [
          say(
            `Den dagen är ${of.rolledFrom.because}, så det får göras nästa vardag, ${of.date ?? ''} (1930:173 2 §).`,
            `That day is ${of.rolledFrom.because}, so it may be done on the next working day, ${of.date ?? ''} (1930:173 2 §).`,
          ),
        ]
      : []),
    ...(of.kind === 'entitlement'
      ? [
          say(
            'En rätt eller skyldighet som löper ut flyttas inte av helger.',
            'A right or a duty that runs out is not moved by rest days.',
          ),
        ]
      : []),
    certaintySentence(of.certainty, say),
    ...(of.otherReading
      ? [
          say(
            `Läses ${of.otherReading.citation} på det andra sättet (läsning ${of.otherReading.reading}) blir dagen ${of.otherReading.date}.`,
            `Under the other reading of ${of.otherReading.citation} (reading ${of.otherReading.reading}) the day is ${of.otherReading.date}.`,
          ),
        ]
      : []),
  ];
}

const undatedSentence = ({ standard, rules }: Due, say: Say): string =>
  standard
    ? say(
        `${rules[0]?.citation ?? 'Lagen'} säger «${standard}», utan något tal.`,
        `${rules[0]?.citation ?? 'The law'} says “${standard}”, without a number.`,
      )
    : say('Ingen regel säger när.', 'No rule says when.');

function certaintySentence(certainty: Due['certainty'], say: Say): string {
  switch (certainty) {
    case 'settled':
      return say('Dagen följer av lagens ord.', 'The day follows from the words of the law.');
    case 'authority-decides':
      return say('Dagen är beräknad; myndigheten avgör.', 'The day is computed; the authority decides.');
    case 'assumed':
      return say(
        'Dagen är antagen: den gällande lydelsen är inte läst eller inte säkert känd.',
        'The day is assumed: the wording in force has not been read or is not known for sure.',
      );
    case 'unknown':
      return say('Dagen är okänd.', 'The day is not known.');
  }
}

/** What a rule says, in which wording, from which source; what has been quoted already is not said again. */
function ruleSentence(
  { citation, amount, reading, since, by, note, provision }: ExplainedRule,
  told: ToldIn,
  quotedAlready: string,
): string[] {
  const say = saying(told.language);
  const act = by ? `, SFS ${by}` : '';
  const says = citation === quotedAlready ? [] : [provision ? provisionSentence(provision, told) : `${citation}.`];
  const aside = note ? ` (${note})` : '';
  const value = reading
    ? say(
        `Läsning ${amount} gäller från ${since}${act}: ${reading}${aside}`,
        `Reading ${amount} is in force from ${since}${act}: ${reading}${aside}`,
      )
    : say(
        `Värdet är ${amount} i lydelsen från ${since}${act}${aside}.`,
        `The value is ${amount} in the wording from ${since}${act}${aside}.`,
      );
  return [...says, ...(amount ? [value] : [])];
}

function provisionSentence({ citation, says, source, confidence }: QuotedProvision, { language }: ToldIn): string {
  const say = saying(language);
  const known: Record<QuotedProvision['confidence'], string> = {
    H: say('lydelsen är läst', 'the wording has been read'),
    M: say('lydelsen är känd genom vägledning eller slutsats', 'the wording is known by guidance or inference'),
    L: say('källan är svag', 'the source is weak'),
    U: say('den gällande lydelsen är inte läst', 'the wording in force has not been read'),
  };
  return say(
    `${citation} (${source.short}; ${known[confidence]}, ${source.state}): ${says}`,
    `${citation} (${source.short}; ${known[confidence]}, ${source.state}): ${says}`,
  );
}

const agreementGround = (basis: string, { library, language }: ToldIn): string => {
  const says = library.requirements.requirements[basis]?.says ?? '';
  return saying(language)(
    `Överenskommelsen ska säga det (${basis}): ${says}`,
    `The agreement is to say it (${basis}): ${says}`,
  );
};

function unitSentence(
  who: string,
  unit: string | null,
  clause: string | null,
  agreement: string | null,
  say: Say,
): string {
  if (unit && clause && agreement)
    return say(
      `${who} gör det genom ${unit}, enligt klausul ${clause} i överenskommelsen ${agreement}.`,
      `${who} does it through ${unit}, by clause ${clause} of agreement ${agreement}.`,
    );
  return agreement
    ? say(
        `${who} gör det. Överenskommelsen ${agreement} nämner ingen enhet.`,
        `${who} does it. Agreement ${agreement} names no unit.`,
      )
    : say(`${who} gör det. Ingen överenskommelse gäller.`, `${who} does it. No agreement is in force.`);
}

/** An input of a date: a fact, another date, or a plain word. */
function inputName(input: string, process: string, { library, language }: ToldIn): string {
  if (input === 'since') return saying(language)('den dag steget öppnades', 'the day the step was opened');
  const words = library.texts[language][process];
  const own = words?.inputs?.[input] ?? words?.dates?.[input];
  if (own) return own;
  const label = factLabel(library, language, input);
  return label === input ? input : quote(input, { library, language });
}

const quote = (type: string, { library, language }: Pick<ToldIn, 'library' | 'language'>): string =>
  saying(language)(`«${factLabel(library, language, type)}»`, `“${factLabel(library, language, type)}”`);

/** The name of a process for a heading, with which of several. */
export const processHeading = (
  { process, instance }: Pick<ExplainedDate, 'process' | 'instance'>,
  { library, language }: Pick<ToldIn, 'library' | 'language'>,
): string => numbered(processName(library, language, process), instance, language);
