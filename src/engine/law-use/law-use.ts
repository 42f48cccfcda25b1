/**
 * `process`: an edition rests on it; `step`: the ground of a step; `deadline`: the time of a step; `date`, `measure` and
 * `guard` ask it; `clause`: an agreement names it; `example` and `obligation` cite it.
 */
export const lawUseKinds = [
  'process',
  'step',
  'deadline',
  'date',
  'measure',
  'guard',
  'clause',
  'obligation',
  'example',
] as const;

export interface LawUse {
  kind: (typeof lawUseKinds)[number];
  /** `process`, `process/state`, `process/date`, `process/guard`, `agreement#clause`, the obligation's number, `process/example`. */
  key: string;
}
