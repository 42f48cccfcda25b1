import type { DataSource } from 'typeorm';
import type { Viewer } from '../auth/viewer.js';
import { CaseRow } from '../cases/case.entity.js';
import { OutboxRow } from './outbox.entity.js';
import { ReminderRow } from './reminder.entity.js';

/** A reminder with what became of it. Instants are epoch milliseconds. */
export interface Outgoing extends Pick<
  ReminderRow,
  'process' | 'instance' | 'state' | 'due' | 'level' | 'recipient' | 'party' | 'unit' | 'status' | 'createdAt'
> {
  readonly case: string;
  readonly sentAt: number | null;
  readonly attempts: number;
  /** When it is tried again; null when it is not. */
  readonly nextAttemptAt: number | null;
  readonly error: string | null;
}

/** The latest reminders in the viewer's municipalities, the newest first. */
export async function outgoing(
  dataSource: DataSource,
  { municipalities }: Viewer,
  atMost: number,
): Promise<Outgoing[]> {
  const query = dataSource.getRepository(ReminderRow).createQueryBuilder('r');
  query.innerJoin(CaseRow, 'c', 'c.id = r.caseId');
  if (municipalities !== 'all') query.where('c.kommun IN (:...codes)', { codes: ['', ...municipalities] });
  const reminders = await query.orderBy('r.createdAt', 'DESC').addOrderBy('r.id').limit(atMost).getMany();
  const messages = await messagesOf(dataSource, reminders);
  return reminders.map((reminder) => shown(reminder, messages.get(reminder.id)));
}

async function messagesOf(
  dataSource: DataSource,
  reminders: readonly ReminderRow[],
): Promise<Map<string | null, OutboxRow>> {
  const ids = ['', ...reminders.map(({ id }) => id)];
  const query = dataSource.getRepository(OutboxRow).createQueryBuilder('o').where('o.reminderId IN (:...ids)', { ids });
  return new Map((await query.getMany()).map((message) => [message.reminderId, message]));
}

function shown({ id: _, caseId, ...reminder }: ReminderRow, message: OutboxRow | undefined): Outgoing {
  return {
    ...reminder,
    case: caseId,
    sentAt: message?.sentAt ?? null,
    attempts: message?.attempts ?? 0,
    nextAttemptAt: message?.nextAttemptAt ?? null,
    error: message?.lastError ?? null,
  };
}
