/** The shape of `machines/corrections.yaml`. */
import type { CorrectionReasons } from '../../engine/correction-reasons.js';
import { Text } from './fields.js';
import { TableOf } from './parts.js';

class ReasonDto {
  @Text() sv: string;
  @Text() en: string;
}

export class CorrectionsDto implements CorrectionReasons {
  @Text() unstated: string;
  @TableOf(() => ReasonDto) reasons: Record<string, ReasonDto>;
}
