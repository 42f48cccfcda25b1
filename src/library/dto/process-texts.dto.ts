/** The shape of `texts.sv.yaml` and `texts.en.yaml`. */
import type { ProcessTexts } from '../../engine/texts.js';
import { Text } from './fields.js';
import { TableOf, TableOfTexts, TableOfTextTables } from './parts.js';

const optional = { optional: true } as const;

class StateTextDto {
  @Text() title: string;
  @Text(optional) action?: string;
}

class FactTextDto {
  @Text() label: string;
  @TableOfTexts(optional) fields?: Record<string, string>;
  @TableOfTextTables(optional) values?: Record<string, Record<string, string>>;
}

class LedgerTextDto {
  @Text() name: string;
  @TableOfTexts() dates: Record<string, string>;
  @TableOfTexts() units: Record<string, string>;
  @TableOfTexts() kinds: Record<string, string>;
}

export class ProcessTextsDto implements ProcessTexts {
  @Text() name: string;
  @Text() about: string;
  @TableOf(() => StateTextDto) states: Record<string, StateTextDto>;
  @TableOf(() => FactTextDto) facts: Record<string, FactTextDto>;
  @TableOfTexts(optional) time_facts?: Record<string, string>;
  @TableOfTexts(optional) dates?: Record<string, string>;
  @TableOfTexts(optional) inputs?: Record<string, string>;
  @TableOf(() => LedgerTextDto, optional) ledgers?: Record<string, LedgerTextDto>;
  @TableOfTexts(optional) guards?: Record<string, string>;
}
