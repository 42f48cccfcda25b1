/** What puts a wrong reminder right: which reminder, and what holds instead. No name, and nothing of what the facts say. */
import type { PlainDate } from '../../machines/grammar/index.js';
import { fullDay, groundOf, type ReminderMessage, type StepToRemindOf, whoActs } from './reminder-message.js';

/** The reminder that was wrong; `due` is the day that it named, `dueNow` the one that holds, null when none does. */
export interface ReminderToCorrect extends Pick<
  StepToRemindOf,
  'case' | 'action' | 'due' | 'basis' | 'clause' | 'party' | 'unit' | 'gap' | 'baseUrl'
> {
  readonly dueNow: PlainDate | null;
}

/** The message in Swedish, as plain text. */
export function correctionMessage(of: ReminderToCorrect): ReminderMessage {
  const { case: caseId, action, due, dueNow, baseUrl } = of;
  const instead = dueNow === null ? 'väntas inte längre från er' : `${fullDay(dueNow)}`;
  const lines = [
    `Ärende: ${caseId}`,
    `Rättelse av en påminnelse: ${action}`,
    `Ni påmindes om: ${fullDay(due)}`,
    `Det som gäller nu: ${instead}`,
    `Grund: ${groundOf(of)}`,
    `Vem: ${whoActs(of)}`,
    '',
    'En uppgift i ärendet blev känd sent eller har rättats efter påminnelsen. Därför stämde den inte.',
    '',
    `Ärendet i Etapp: ${baseUrl.replace(/\/+$/, '')}/arende/${encodeURIComponent(caseId)}`,
    '',
    'Det här meddelandet är skickat automatiskt och går inte att svara på.',
    '',
  ];
  const now = dueNow === null ? 'väntas inte längre' : `senast ${dueNow}, inte ${due}`;
  return { subject: `Etapp: rättelse, ${action} ${now} (${caseId})`, text: lines.join('\n') };
}
