/** The words for people, one catalogue per process and language. The shape of `texts.sv.yaml` and `texts.en.yaml`. */
export interface ProcessTexts {
  name: string;
  about: string;
  /** Every leaf state. `action` is what the owner does, as an imperative; waiting states must have it. */
  states: Record<string, { title: string; action?: string }>;
  /** Every fact that the process defines, with labels for its fields and for the codes of a field. */
  facts: Record<
    string,
    { label: string; fields?: Record<string, string>; values?: Record<string, Record<string, string>> }
  >;
  /** Every time fact that the process computes. */
  time_facts?: Record<string, string>;
  /** Every computed date. */
  dates?: Record<string, string>;
  /** What dates are reckoned from besides facts and other dates. */
  inputs?: Record<string, string>;
  /** Every ledger: its dates in a word or two, its units, and what each kind of stretch is and why it counts or not. */
  ledgers?: Record<string, { name: string } & Record<'dates' | 'units' | 'kinds', Record<string, string>>>;
  /** Every guard: why it refuses, as a sentence. */
  guards?: Record<string, string>;
}
