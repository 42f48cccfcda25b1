/** The shapes of `machines/agreements/requirements.yaml` and `machines/agreements/vague-words.yaml`. */
import type { PlainDate } from '../../../machines/grammar/index.js';
import { type Point, points } from '../../engine/agreement.js';
import { leftTo, type Requirement, type Requirements } from '../../engine/requirements.js';
import { proofNames } from '../../engine/verify/verify.js';
import { Day, Form, OneOf, SomeOf, Text, Texts, Truth } from './fields.js';
import { Part, Parts, TableOf } from './parts.js';

const optional = { optional: true } as const;
const strengths: readonly Requirement['strength'][] = ['M', 'N', 'S', 'O', 'Q'];
const kinds = ['clause', 'state', 'event', 'report', 'reminder'];
const halves = ['how', 'when', 'contact_person', 'contact_parties', 'information_person', 'information_parties'];

class SourceDto {
  @Text() title: string;
  @Day() date: PlainDate;
  @Text(optional) dnr?: string;
  @Text() claim: string;
  @Text(optional) note?: string;
}

class PointDto {
  @Text() title: string;
  @SomeOf(halves, optional) halves?: string[];
}

class PointsDto implements Record<Point, PointDto> {
  @Part(() => PointDto) P1: PointDto;
  @Part(() => PointDto) P2: PointDto;
  @Part(() => PointDto) P3: PointDto;
  @Part(() => PointDto) P4: PointDto;
  @Part(() => PointDto) P5: PointDto;
  @Part(() => PointDto) P6: PointDto;
}

class PeriodDto {
  @Day() from: PlainDate;
  @Day({ optional: true, nullable: true }) to?: PlainDate | null;
}

class RequirementDto implements Requirement {
  @Text() section: string;
  @Text() says: string;
  @OneOf(strengths) strength: Requirement['strength'];
  @SomeOf(kinds) kind: string[];
  @Truth() red_line: boolean;
  @SomeOf(points) points: Point[];
  @Texts(optional) steps?: string[];
  @Truth(optional) every_step?: boolean;
  @Texts(optional) facts?: string[];
  @Texts(optional) processes?: string[];
  @Texts(optional) dates?: string[];
  @Texts(optional) examples?: string[];
  @SomeOf(proofNames, optional) proofs?: string[];
  @SomeOf(leftTo, optional) left_to?: NonNullable<Requirement['left_to']>;
  @Text(optional) note?: string;
  @Part(() => PeriodDto, optional) in_force?: PeriodDto;
}

class AreaDto {
  @Text() id: string;
  @Text() title: string;
}

export class RequirementsDto implements Requirements {
  @Part(() => SourceDto) source: SourceDto;
  @Part(() => PointsDto) points: PointsDto;
  @TableOf(() => RequirementDto, {}, { form: /^R\d+$/, example: 'R24' }) requirements: Record<string, RequirementDto>;
  @Parts(() => AreaDto, optional) areas?: AreaDto[];
}

class VagueSourceDto {
  @Text() title: string;
  @Text(optional) note?: string;
}

class VagueFindingDto {
  @Text() verdict: string;
  @Text() severity: string;
  @Text() says: string;
}

class VagueWordDto {
  @Text() word: string;
  @Texts(optional) seen_in?: string[];
  @Texts(optional) in_law?: string[];
  @Form(/^https:\/\//, 'https://…', optional) url?: string;
  @Text(optional) note?: string;
}

export class VagueWordsDto {
  @Part(() => VagueSourceDto) source: VagueSourceDto;
  @Part(() => VagueFindingDto, optional) finding?: VagueFindingDto;
  @Parts(() => VagueWordDto) words: VagueWordDto[];
}
