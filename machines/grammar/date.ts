/** A calendar day in Sweden, `YYYY-MM-DD`. Days compare correctly as text. */
export type PlainDate = `${number}-${number}-${number}`;
