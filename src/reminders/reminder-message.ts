/** What a reminder says. No name, no date of birth and nothing of what the facts say: who reads it over a shoulder learns a number. */
import type { Basis, Certainty, PlainDate } from '../../machines/grammar/index.js';
import { type Party, partyName } from '../../machines/parties.js';
import type { DueKind } from '../engine/types.js';
import { daysInWords } from '../presentation/days-in-words.js';

/** A step to remind of, and the day on which it is done. */
export interface StepToRemindOf {
  readonly case: string;
  /** What is to be done, as an imperative. */
  readonly action: string;
  readonly due: PlainDate;
  readonly dueKind: DueKind;
  readonly certainty: Certainty;
  readonly basis: Basis;
  readonly clause: string | null;
  readonly gap: boolean;
  readonly party: Party;
  /** The unit's name, not its id. */
  readonly unit: string | null;
  readonly asOf: PlainDate;
  /** How links begin. */
  readonly baseUrl: string;
}

export interface ReminderMessage {
  readonly subject: string;
  readonly text: string;
}

const kinds: Record<DueKind, string> = {
  hard: 'Det är en gräns i lag.',
  soft: 'Det är ett mål; lagen har ingen fast gräns.',
  practice: 'Det är vanlig tid i praxis, inte en gräns i lag.',
  local: 'Parterna har själva satt tiden i sin överenskommelse.',
  none: '',
};

const certainties: Record<Certainty, string> = {
  settled: '',
  'authority-decides': 'Dagen är beräknad av Etapp; myndigheten avgör i ärendet.',
  assumed: 'Antaget: den gällande lydelsen är inte läst eller inte säkert känd, så dagen kan vara en annan.',
  unknown: 'Den gällande lydelsen är okänd, så dagen kan vara en annan.',
};

/** The message in Swedish, as plain text. */
export function reminderMessage(step: StepToRemindOf): ReminderMessage {
  const { case: caseId, action, due, asOf, baseUrl } = step;
  const lines = [
    `Ärende: ${caseId}`,
    `Att göra: ${action}`,
    `Senast: ${fullDay(due)} (${daysInWords(due, asOf)})`,
    `Om tiden: ${[kinds[step.dueKind], certainties[step.certainty]].filter(Boolean).join(' ')}`,
    `Grund: ${groundOf(step)}`,
    `Vem: ${whoActs(step)}`,
    '',
    `Ärendet i Etapp: ${baseUrl.replace(/\/+$/, '')}/arende/${encodeURIComponent(caseId)}`,
    '',
    'Påminnelserna upphör när det som väntas är registrerat i Etapp. Är det redan gjort, registrera det med den dag då',
    'det skedde. Det här meddelandet är skickat automatiskt och går inte att svara på.',
    '',
  ];
  return { subject: `Etapp: ${action} senast ${due} (${caseId})`, text: lines.join('\n') };
}

const FULL_DAY = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'full', timeZone: 'UTC' });

/** `fredag 13 mars 2026` */
export const fullDay = (day: PlainDate): string => FULL_DAY.format(Date.parse(day));

/** The provision, and the clause of the agreement when there is one. */
export function groundOf({ basis, clause }: Pick<StepToRemindOf, 'basis' | 'clause'>): string {
  const ground = /^R\d+$/.test(basis) ? `överenskommelsen ska säga det (krav ${basis})` : basis;
  return clause === null ? ground : `${ground}; överenskommelsen, ${clause}`;
}

/** The party and its unit. */
export function whoActs({ party, unit, gap }: Pick<StepToRemindOf, 'party' | 'unit' | 'gap'>): string {
  const name = partyName(party);
  const who = unit === null || unit === name ? name : `${name}, ${unit}`;
  return gap ? `${who} (överenskommelsen säger inte vem)` : who;
}
