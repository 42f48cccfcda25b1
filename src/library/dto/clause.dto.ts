/** The shape of the clauses of an agreement. */
import type { Clause, ClauseDeadline, ClausePoints, LocalLength, Statement } from '../../engine/agreement.js';
import { OneOf, Text, Texts, Whole } from './fields.js';
import { Part, TableOfTextOrTexts } from './parts.js';

const optional = { optional: true } as const;

class StatementDto implements Statement {
  @OneOf(['exact', 'vague']) wording: 'exact' | 'vague';
  @Text() says: string;
  @Text(optional) quote?: string;
}

class LocalLengthDto implements LocalLength {
  @Whole(0, 3650, optional) days?: number;
  @Whole(0, 520, optional) weeks?: number;
  @Whole(0, 120, optional) months?: number;
}

class ClauseDeadlineDto extends StatementDto implements ClauseDeadline {
  @Part(() => LocalLengthDto, optional) within?: LocalLengthDto;
  @Text(optional) from?: string;
}

class InvolvementDto {
  @Part(() => StatementDto, optional) how?: StatementDto;
  @Part(() => StatementDto, optional) when?: StatementDto;
}

class ContactDto {
  @Part(() => StatementDto, optional) contact_person?: StatementDto;
  @Part(() => StatementDto, optional) contact_parties?: StatementDto;
  @Part(() => StatementDto, optional) information_person?: StatementDto;
  @Part(() => StatementDto, optional) information_parties?: StatementDto;
}

class OrganisationDto extends StatementDto {
  @Text(optional) body?: string;
}

class ClausePointsDto implements ClausePoints {
  @Part(() => InvolvementDto, optional) P1?: InvolvementDto;
  @Part(() => ContactDto, optional) P2?: ContactDto;
  @Part(() => StatementDto, optional) P3?: StatementDto;
  @Part(() => StatementDto, optional) P4?: StatementDto;
  @Part(() => OrganisationDto, optional) P5?: OrganisationDto;
  @Part(() => StatementDto, optional) P6?: StatementDto;
}

class ExchangeDto {
  @Text() from: string;
  @Text() to: string;
  @Text() content: string;
  @OneOf(['individual', 'group', 'unknown']) level: 'individual' | 'group' | 'unknown';
  @Text({ nullable: true }) ground: string | null;
}

export class ClauseDto implements Clause {
  @Text() id: string;
  @Text(optional) step?: string;
  @Part(() => ExchangeDto, optional) exchange?: ExchangeDto;
  @Text(optional) activity?: string;
  // Names and values are held against the attributes that facts give a case.
  @TableOfTextOrTexts(optional) when?: Record<string, string | string[]>;
  @Text(optional) who?: string;
  @Texts(optional) with?: string[];
  @Part(() => ClausePointsDto, optional) points?: ClausePointsDto;
  @Part(() => ClauseDeadlineDto, optional) deadline?: ClauseDeadlineDto;
  @Text(optional) note?: string;
  @Text(optional) place?: string;
}
