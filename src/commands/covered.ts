import type { Agreement } from '../engine/agreement.js';
import type { CoverageReport } from '../engine/coverage/coverage.js';
import type { Language } from '../http/message-words.js';
import type { Library } from '../library/library.js';

/** What the parts of a document about coverage are made from. */
export interface Covered {
  report: CoverageReport;
  agreement: Agreement;
  library: Library;
  language: Language;
}
