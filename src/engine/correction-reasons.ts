/** Why facts are corrected. The shape of `machines/corrections.yaml`. */
export interface CorrectionReasons {
  /** The code that is meant when none is given. */
  unstated: string;
  /** What each code says. */
  reasons: Record<string, { sv: string; en: string }>;
}
