/** The shape of `machines/law/*.yaml`. `implements` tells when it drifts from what the engine reads. */
import type { PlainDate } from '../../../machines/grammar/index.js';
import {
  type Amount,
  type Confidence,
  type DeadlineRule,
  type Entry,
  type Provision,
  type Readings,
  reasonsWithoutStep,
  type Statute,
  type WithoutStep,
  type Wording,
} from '../../engine/law/law-data.js';
import { Day, DayOrUnknown, Form, OneOf, Quantity, Text, Texts, Truth, Whole } from './fields.js';
import { Part, Parts, TableOf, TableOfLists, TableOfTexts } from './parts.js';

const confidences: readonly Confidence[] = ['H', 'M', 'L', 'U'];
const appeals = ['omprövning', 'domstol', 'Skolväsendets överklagandenämnd', 'ingen'];
const optional = { optional: true } as const;

const Sfs = (presence = {}) => Form(/^\d{4}:\d+$/, '2017:820', presence);

// What follows the SFS number in a citation: chapter when there are chapters, paragraph, part of it. `lagen` is an act
// that is known to be the ground while nobody has read which paragraph.
const provisionKeys = {
  form: /^lagen$|^(?=.)(\d+( [a-z])? kap\.)?(( |^)\d+( [a-z])? §( \d+ st)?( \d+ p)?)?$/,
  example: '20 kap. 29 § 3 st',
};

/** A length, amount, truth, choice or list. */
class AmountDto implements Amount {
  @Quantity(optional) days?: number;
  @Quantity(optional) weeks?: number;
  @Quantity(optional) months?: number;
  @Quantity(optional) years?: number;
  @Quantity(optional) hours?: number;
  @Quantity(optional) percent?: number;
  @Quantity(optional) number?: number;
  @Quantity(optional) kronor?: number;
  @Truth(optional) is?: boolean;
  @Text(optional) choice?: string;
  @Texts(optional) list?: string[];
}

class OlderForDto {
  @Whole(0, 150) turned: number;
  @Day() before: PlainDate;
}

class EntryDto extends AmountDto implements Entry {
  @Day() since: PlainDate;
  @Day(optional) until?: PlainDate;
  @Sfs(optional) by?: string;
  @OneOf(confidences, optional) confidence?: Confidence;
  @Text(optional) note?: string;
  @Truth(optional) authority_decides?: boolean;
  @Part(() => OlderForDto, optional) older_for?: OlderForDto;
  @Text(optional) unknown?: string;
  @Part(() => AmountDto, optional) assume?: AmountDto;
  @Text(optional) none?: string;
}

class WordingDto implements Wording {
  @Day() since: PlainDate;
  @Sfs(optional) by?: string;
  @OneOf(confidences, optional) confidence?: Confidence;
  @Text(optional) note?: string;
  @Text(optional) unknown?: string;
}

class DeadlineRuleDto implements DeadlineRule {
  @OneOf(['hard', 'soft', 'practice']) kind: DeadlineRule['kind'];
  @Truth() rolls: boolean;
  @OneOf(['start-is-day-one'], optional) counts?: 'start-is-day-one';
  @Parts(() => EntryDto) lengths: EntryDto[];
}

class WithoutStepDto implements WithoutStep {
  @OneOf(reasonsWithoutStep) reason: WithoutStep['reason'];
  @Text() because: string;
}

class ReadingsDto implements Readings {
  @Text() question: string;
  @TableOfTexts() options: Record<string, string>;
}

class ProvisionDto implements Provision {
  @Text() says: string;
  @Part(() => WithoutStepDto, optional) without_step?: WithoutStepDto;
  @Day(optional) since?: PlainDate;
  @Day(optional) repealed?: PlainDate;
  @OneOf(confidences, optional) confidence?: Confidence;
  @OneOf(appeals, optional) appeal?: string;
  @Parts(() => WordingDto, optional) wordings?: WordingDto[];
  @Text(optional) standard?: string;
  @Part(() => DeadlineRuleDto, optional) deadline?: DeadlineRuleDto;
  @TableOfLists(() => EntryDto, optional) values?: Record<string, EntryDto[]>;
  @TableOf(() => ReadingsDto, optional) readings?: Record<string, ReadingsDto>;
}

class SourceDto {
  @Form(/^https:\/\//, 'https://www.riksdagen.se/…', optional) url?: string;
  @Text() state: string;
  @OneOf(confidences) confidence: Confidence;
}

export class StatuteDto implements Statute {
  @Sfs() sfs: string;
  @Text() title: string;
  @Text() short: string;
  @DayOrUnknown() in_force: PlainDate | 'unknown';
  @Day(optional) repealed?: PlainDate;
  @Part(() => SourceDto) source: SourceDto;
  @TableOf(() => ProvisionDto, {}, provisionKeys) provisions: Record<string, ProvisionDto>;
}
