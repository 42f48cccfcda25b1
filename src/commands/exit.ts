/** What the program ends with. */
export const exit = {
  done: 0,
  /** Something unexpected went wrong. */
  fault: 1,
  /** Wrong words on the command line, or data that cannot be read. */
  usage: 2,
  /** A fact nobody awaits, a broken rule, a case nobody knows. */
  refused: 3,
  /** A proof that failed, or findings at or above `--fail-on`. */
  findings: 4,
} as const;

export type Exit = (typeof exit)[keyof typeof exit];
