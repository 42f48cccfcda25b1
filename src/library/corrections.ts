/** Reads why facts may be corrected. */
import { join } from 'node:path';
import { CorrectionsDto } from './dto/corrections.dto.js';
import { type Reading, readAs, shownIn, unlessKnown } from './reading.js';

/** The closed list of reasons. The one that is meant when none is given must be among them. */
export function readCorrections(folder: string): Reading<CorrectionsDto> {
  const path = join(folder, 'corrections.yaml');
  return readAs(CorrectionsDto, path, shownIn(folder, path), ({ unstated, reasons }) =>
    unlessKnown(['unstated'], unstated, new Set(Object.keys(reasons)), { sv: 'Skälet', en: 'reason' }),
  );
}
