/** Rows that belong to nobody, and counters that do not agree with what they count. */
import type { DataSource, ObjectLiteral } from 'typeorm';
import { CaseRow } from '../cases/case.entity.js';
import { FactRow } from '../cases/fact.entity.js';
import type { Said } from '../http/problems.js';
import { OwedStepRow } from '../next-actions/owed-step.entity.js';
import { OutboxRow } from '../reminders/outbox.entity.js';
import { ReminderRow } from '../reminders/reminder.entity.js';
import { type AuditFinding, ofCase, ofFact } from './audit-finding.js';

/** Everything of the kind in the whole database. */
export async function strayFindings(dataSource: DataSource): Promise<AuditFinding[]> {
  const facts = await without(dataSource, FactRow, CaseRow, 'other.id = own.caseId');
  const steps = await without(dataSource, OwedStepRow, CaseRow, 'other.id = own.caseId');
  const reminders = await without(dataSource, ReminderRow, CaseRow, 'other.id = own.caseId');
  const unsent = await without(
    dataSource,
    ReminderRow,
    OutboxRow,
    'other.reminderId = own.id',
    "own.status = 'pending'",
  );
  return [
    ...facts.map((row) => ofFact('stray', row, 'case_id', noCase('Uppgiften', 'fact'))),
    ...steps.map(({ caseId }) => ofCase('stray', caseId, null, noCase('Det väntade steget', 'owed step'))),
    ...reminders.map(({ caseId }) => ofCase('stray', caseId, null, noCase('Påminnelsen', 'reminder'))),
    ...unsent.map(({ caseId }) => ofCase('reminder', caseId, null, UNSENT)),
    ...(await counterFindings(dataSource)),
  ];
}

const without = <T extends ObjectLiteral>(
  dataSource: DataSource,
  own: new () => T,
  other: new () => ObjectLiteral,
  joined: string,
  besides = '1 = 1',
): Promise<T[]> =>
  dataSource
    .getRepository(own)
    .createQueryBuilder('own')
    .leftJoin(other, 'other', joined)
    .where(besides)
    .andWhere(other === CaseRow ? 'other.id IS NULL' : 'other.reminderId IS NULL')
    .getMany();

// One statement, so that a write in between cannot look like a fault.
const COUNTERS = `
  SELECT party, kommun, SUM(counted) AS counted, SUM(steps) AS steps
  FROM (
    SELECT party, kommun, open AS counted, 0 AS steps FROM owed_counters
    UNION ALL
    SELECT party, kommun, 0 AS counted, 1 AS steps FROM owed_steps
  ) AS held
  GROUP BY party, kommun HAVING SUM(counted) <> SUM(steps) ORDER BY party, kommun`;

async function counterFindings(dataSource: DataSource): Promise<AuditFinding[]> {
  const rows = await dataSource.query<Counted[]>(COUNTERS);
  return rows.map(({ party, kommun, counted, steps }) => counter(`${party} ${kommun}`, Number(counted), Number(steps)));
}

interface Counted {
  party: string;
  kommun: string;
  /** PostgreSQL hands a sum over as text. */
  counted: number | string;
  steps: number | string;
}

const counter = (key: string, says: number, are: number): AuditFinding => ({
  kind: 'counter',
  case: null,
  seq: null,
  column: 'open',
  says: {
    sv: `Räknaren för ${key} säger ${says}, men stegen är ${are}.`,
    en: `The counter of ${key} says ${says}, but the steps are ${are}.`,
  },
});

const noCase = (sv: string, en: string): Said => ({
  sv: `${sv} hör till ett ärende som inte finns.`,
  en: `The ${en} belongs to a case that does not exist.`,
});

const UNSENT: Said = {
  sv: 'En påminnelse väntar på att skickas, men det finns inget meddelande att skicka.',
  en: 'A reminder waits to be sent, but there is no message to send.',
};
