/**
 * The statements of the outbox ledger, with named parameters. A message waits as long as its next attempt has a time. What
 * the two databases say differently is handed in. A correction of a reminder is sent because its step is not owed any more
 * by the day that the reminder named; every other reminder because it is.
 */

/** How a database says what another says otherwise. */
export interface Dialect {
  /** Whether the value is one of the municipalities. */
  readonly among: (value: string) => string;
  /** The day in the payload of a message. */
  readonly day: string;
  /** Keeps the message to ourselves until the transaction ends, and passes over those that others keep. */
  readonly keeping: string;
}

// The owner counts too: when an agreement moves the step to another unit, the old one is not to be reminded of it.
const STILL_OWED = `
  s.case_id = r.case_id AND s.process = r.process AND s.instance = r.instance AND s.state = r.state AND s.due = r.due
  AND coalesce(s.unit, s.party) = r.recipient`;

const CORRECTION = `r.level LIKE 'rattelse%'`;

const waiting = ({ among }: Dialect): string => `
  o.kind = 'mail' AND o.next_attempt_at IS NOT NULL AND (@everywhere OR ${among('c.kommun')})`;

const REMINDER = `r.case_id AS "case", r.process, r.instance, r.state, r.due, r.level, r.recipient`;

export const next = (dialect: Dialect): string => `
  SELECT o.id, o.attempts, r.id AS "reminderId", c.kommun, ${REMINDER}, coalesce(s.party, r.party) AS party,
         CASE WHEN s.id IS NULL THEN r.unit ELSE s.unit END AS unit, coalesce(s.due_kind, 'none') AS "dueKind",
         coalesce(s.certainty, 'settled') AS certainty, s.basis, s.clause, coalesce(s.gap, 0) AS gap, s.due AS "dueNow",
         ${dialect.day} AS "on"
  FROM outbox o
  JOIN reminders r ON r.id = o.reminder_id
  JOIN cases c ON c.id = r.case_id
  LEFT JOIN owed_steps s ON
    s.case_id = r.case_id AND s.process = r.process AND s.instance = r.instance AND s.state = r.state
    AND coalesce(s.unit, s.party) = r.recipient AND (s.due = r.due OR ${CORRECTION})
  WHERE ${waiting(dialect)} AND o.next_attempt_at <= @at AND (s.id IS NOT NULL OR ${CORRECTION})
  ORDER BY o.due, o.next_attempt_at, o.id
  LIMIT 1 ${dialect.keeping}`;

export const CLAIM = `UPDATE outbox SET attempts = @attempts, next_attempt_at = @nextAttemptAt WHERE id = @id`;

export const needless = (dialect: Dialect): string => `
  SELECT * FROM (
    SELECT r.id AS "reminderId", ${REMINDER},
           CASE
             WHEN ${CORRECTION}
             THEN CASE WHEN EXISTS (SELECT 1 FROM owed_steps s WHERE ${STILL_OWED}) THEN 'withdrawn' END
             WHEN NOT EXISTS (SELECT 1 FROM owed_steps s WHERE ${STILL_OWED}) THEN 'withdrawn'
             WHEN EXISTS (
               SELECT 1 FROM reminders later
               WHERE later.case_id = r.case_id AND later.process = r.process AND later.instance = r.instance
                 AND later.state = r.state AND later.due = r.due AND later.recipient = r.recipient
                 AND later.created_at > r.created_at AND later.status <> 'overtaken'
             ) THEN 'overtaken'
           END AS status
    FROM outbox o
    JOIN reminders r ON r.id = o.reminder_id
    JOIN cases c ON c.id = r.case_id
    WHERE ${waiting(dialect)} ${dialect.keeping}
  ) AS message WHERE status IS NOT NULL`;

export const MARK = `UPDATE reminders SET status = @status WHERE id = @reminderId`;

export const FINISH = `
  UPDATE outbox SET sent_at = CAST(@sentAt AS bigint), next_attempt_at = NULL,
         last_error = CASE WHEN CAST(@sentAt AS bigint) IS NULL THEN last_error END
  WHERE reminder_id = @reminderId`;

export const FAIL = `
  UPDATE outbox SET last_error = @error, next_attempt_at = CASE WHEN @last THEN NULL ELSE next_attempt_at END
  WHERE reminder_id = @reminderId`;
