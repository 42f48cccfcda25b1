/** The shape of `machines/agreements/<kommun>/<year>-<kind>.yaml`: what the engine reads, and what only readers read. */
import type { PlainDate } from '../../../machines/grammar/index.js';
import { parties, type Party } from '../../../machines/parties.js';
import {
  type Agreement,
  agreementKinds,
  type Attachment,
  type ContactPath,
  type Defect,
  type DefectKind,
  defectKinds,
  type DevelopmentArea,
  type Unit,
} from '../../engine/agreement.js';
import { type Asked, asked } from '../../engine/coverage/verdicts.js';
import { ClauseDto } from './clause.dto.js';
import { Day, Form, OneOf, SomeOf, Text, TextOrTexts, Texts, Truth, Wholes } from './fields.js';
import { Part, Parts, TableOfTextOrTexts } from './parts.js';

const optional = { optional: true } as const;
const openOrLeftOut = { optional: true, nullable: true } as const;

const tiers: readonly Unit['tier'][] = ['active', 'other', 'via-sok', 'mentioned'];
const channels = ['funktionsbrevlada', 'telefon', 'besok', 'kontaktperson-roll', 'mote'];
const statuses = ['draft', 'valid', 'under-revision', 'expired', 'terminated', 'superseded'];
const rhythms = ['week', 'month', 'quarter', 'half-year', 'year'];

class KommunDto {
  @Form(/^\d{4}$/, '0763') code: string;
  @Text() name: string;
}

class ValidityDto {
  @Day() from: PlainDate;
  @Day({ nullable: true }) to: PlainDate | null;
  @Text(optional) note?: string;
}

class AreaDroppedDto {
  @Text() area: string;
  @Day() from: PlainDate;
}

class ParentDto {
  @Text() title: string;
  @OneOf(agreementKinds) kind: string;
  @Truth() read: boolean;
  @Texts(optional) areas?: string[];
  @Parts(() => AreaDroppedDto, optional) areas_dropped?: AreaDroppedDto[];
  @Text(optional) note?: string;
}

class SourceDto {
  @Text() title: string;
  @Text(optional) read?: string;
  @Text(optional) quality?: string;
}

class AreaDto {
  @Text() id: string;
  @Text() title: string;
  @Text(optional) place?: string;
}

class ContactPathDto implements ContactPath {
  @OneOf(channels) channel: string;
  @OneOf(['persons', 'parties', 'both']) for: ContactPath['for'];
  @Text() says: string;
  @Text(optional) place?: string;
}

class UnitDto implements Unit {
  @Text() id: string;
  @OneOf(Object.keys(parties)) party: Party;
  @Text() name: string;
  @Text(optional) part_of?: string;
  @OneOf(tiers) tier: Unit['tier'];
  @Truth(optional) role?: boolean;
  @Texts(optional) duties?: string[];
  @Parts(() => ContactPathDto, optional) contact?: ContactPathDto[];
  @Text(optional) place?: string;
}

class BodyDto {
  @Text() id: string;
  @Text() name: string;
  @Text(optional) purpose?: string;
  @Truth(optional) planned?: boolean;
  @Text(openOrLeftOut) convener?: string | null;
  @Texts(optional) members?: string[];
  @OneOf(rhythms, openOrLeftOut) every?: string | null;
  @Text(optional) note?: string;
  @Text(optional) place?: string;
}

class ActivityDto {
  @Text() id: string;
  @Text() name: string;
  @Texts(optional) units?: string[];
  @Texts(optional) referred_by?: string[];
  @Text(optional) rhythm?: string;
  @Text(optional) step?: string;
  @Text(optional) note?: string;
  @Text(optional) place?: string;
}

class MeetingTimeDto {
  @OneOf(rhythms, optional) every?: string;
  @Wholes(1, 12, optional) months?: number[];
  @Text(optional) note?: string;
}

class MeetingDto {
  @Text() id: string;
  @Text() name: string;
  @Text(optional) body?: string;
  @Text(openOrLeftOut) convener?: string | null;
  @Texts(optional) attends?: string[];
  @Part(() => MeetingTimeDto) when: MeetingTimeDto;
  @Text(optional) note?: string;
  @Text(optional) place?: string;
}

class TidplanDto {
  @Text() text: string;
  @Day() until: PlainDate;
}

class DevelopmentAreaDto implements DevelopmentArea {
  @Text() id: string;
  @Text() area: string;
  @Text() says: string;
  @Part(() => TidplanDto) tidplan: TidplanDto;
  @Text(openOrLeftOut) owner?: string | null;
  @Texts() steps: string[];
  @TableOfTextOrTexts(optional) when?: Record<string, string | string[]>;
  @Text(optional) note?: string;
  @Text(optional) place?: string;
}

class AttachmentDto implements Attachment {
  @Text() id: string;
  @Text() title: string;
  @Truth() readable: boolean;
  @Texts(optional) concerns?: string[];
  @SomeOf(asked, optional) points?: Asked[];
  @Text(optional) note?: string;
  @Text(optional) place?: string;
}

class DefectDto implements Defect {
  @Text() id: string;
  @OneOf(defectKinds) kind: DefectKind;
  @TextOrTexts() ref: string | string[];
  @Text() says: string;
  @Text(optional) place?: string;
}

export class AgreementDto implements Agreement {
  @Form(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'tingsryd/2019-lok') id: string;
  @OneOf(agreementKinds) kind: Agreement['kind'];
  @Part(() => KommunDto) kommun: KommunDto;
  @Text() title: string;
  @Part(() => ValidityDto) valid: ValidityDto;
  @OneOf(statuses) status: string;
  @Part(() => ParentDto, openOrLeftOut) parent?: ParentDto | null;
  @Part(() => SourceDto) source: SourceDto;
  @Text(optional) direction?: string;
  @Parts(() => AreaDto, optional) areas?: AreaDto[];
  @Texts(optional) target_groups?: string[];
  @Parts(() => UnitDto) units: UnitDto[];
  @Parts(() => BodyDto) bodies: BodyDto[];
  @Parts(() => ClauseDto) clauses: ClauseDto[];
  @Parts(() => ActivityDto, optional) activities?: ActivityDto[];
  @Parts(() => MeetingDto, optional) meetings?: MeetingDto[];
  @Parts(() => DevelopmentAreaDto) development_areas: DevelopmentAreaDto[];
  @Parts(() => AttachmentDto) attachments: AttachmentDto[];
  @Parts(() => DefectDto) defects: DefectDto[];
  @Texts(optional) not_in_text?: string[];
}
