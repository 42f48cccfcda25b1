/** The shape of `machines/obligations.yaml`. */
import { parties, type Party } from '../../../machines/parties.js';
import {
  type CarryingStep,
  type Obligation,
  type ObligationKind,
  obligationKinds,
  type Obligations,
  type TimeShown,
  timesShown,
} from '../../engine/obligations/obligation.js';
import type { Confidence } from '../../engine/law/law-data.js';
import type { DueKind } from '../../engine/types.js';
import { OneOf, SomeOf, Text, Texts, Whole } from './fields.js';
import { Parts } from './parts.js';

const optional = { optional: true } as const;
const partyIds = Object.keys(parties);
const dueKinds: readonly DueKind[] = ['hard', 'soft', 'practice', 'local', 'none'];
const MOST_OBLIGATIONS = 999;

class CarryingStepDto implements CarryingStep {
  @Text() step: string;
  @OneOf(partyIds) party: Party;
  @OneOf(dueKinds) kind: DueKind;
  @OneOf(timesShown) shows: TimeShown;
}

class ObligationDto implements Obligation {
  @Whole(1, MOST_OBLIGATIONS) number: number;
  @Text() trigger: string;
  @SomeOf(partyIds) debtors: Party[];
  @Text() does: string;
  @Text() when: string;
  @SomeOf(obligationKinds) kinds: ObligationKind[];
  @Texts() sources: string[];
  @OneOf(['H', 'M', 'L', 'U']) confidence: Confidence;
  @Parts(() => CarryingStepDto) steps: CarryingStepDto[];
  @Texts(optional) limits?: string[];
  @Text(optional) note?: string;
}

export class ObligationsDto implements Obligations {
  @Texts(optional) coming?: string[];
  @Parts(() => ObligationDto) obligations: ObligationDto[];
}
