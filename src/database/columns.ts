/**
 * The columns of each table that the write path fills, in one place for both databases: a new column is named here, given
 * its value in `records.ts` and read in `READ_CASE` or `READ_FACT`.
 */

const list = (columns: string): readonly string[] => columns.split(' ');

export const CASE_COLUMNS = list(
  'id subject kommun attributes version registry_version status opened_at next_boundary_on owed_until computed_on positions',
);
/** Those that a change may give another value. */
export const CHANGING_CASE_COLUMNS = list(
  'version attributes registry_version status next_boundary_on owed_until computed_on positions',
);
export const FACT_COLUMNS = list(
  'id case_id seq type on_date by_party by_unit data recorded_at recorded_by corrects reason stated_afterwards not_before prev_hash hash',
);
export const OWED_COLUMNS = list(
  'id case_id kommun subject process instance state party unit contact due due_kind certainty since basis clause gap facts due_detail',
);
export const REMINDER_COLUMNS = list(
  'id case_id process instance state due level recipient party unit created_at status',
);
/** What makes a reminder the same as another. */
export const REMINDER_KEY = list('case_id process instance state due level recipient');
export const OUTBOX_COLUMNS = list(
  'id kind case_id reminder_id due payload created_at sent_at attempts next_attempt_at last_error',
);
export const KEY_COLUMNS = list('key request_hash status body created_at');

/** A case as it is read. */
export const READ_CASE = `id, subject, kommun, attributes, version, registry_version AS "registryVersion", status,
  opened_at AS "openedAt", next_boundary_on AS "nextBoundaryOn", owed_until AS "owedUntil",
  computed_on AS "computedOn", positions`;

/** A fact as it is read. */
export const READ_FACT = `id, case_id AS "caseId", seq, type, on_date AS "on", by_party AS "byParty", by_unit AS "byUnit",
  data, recorded_at AS "recordedAt", recorded_by AS "recordedBy", corrects, reason,
  stated_afterwards AS "statedAfterwards", not_before AS "notBefore", prev_hash AS "prevHash", hash`;

/** A reminder as it is read. */
export const READ_REMINDER = `id, case_id AS "caseId", process, instance, state, due, level, recipient, party, unit,
  created_at AS "createdAt", status`;
