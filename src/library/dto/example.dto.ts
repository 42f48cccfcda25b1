/** The shape of the examples in `examples.yaml`. */
import type { Certainty, PlainDate } from '../../../machines/grammar/index.js';
import { parties, type Party } from '../../../machines/parties.js';
import type { Example, ExpectedAction, ExpectedDate, FactStep, ThenStep } from '../../engine/example.js';
import type { DueKind } from '../../engine/types.js';
import { Data, Day, Form, OneOf, Text, Texts } from './fields.js';
import { Parts, PartsBy, TableOf, TableOfTexts } from './parts.js';
import { isMapping } from './validate.js';

const optional = { optional: true } as const;
const openOrLeftOut = { optional: true, nullable: true } as const;
const partyIds = Object.keys(parties);
const dueKinds: readonly DueKind[] = ['hard', 'soft', 'practice', 'local', 'none'];
const certainties: readonly Certainty[] = ['settled', 'authority-decides', 'assumed', 'unknown'];

class ExpectedActionDto implements ExpectedAction {
  @Text() process: string;
  @Text() state: string;
  @OneOf(partyIds, optional) party?: Party;
  @Text(openOrLeftOut) unit?: string | null;
  @Day(openOrLeftOut) due?: PlainDate | null;
  @OneOf(dueKinds, optional) kind?: DueKind;
  @OneOf(certainties, optional) certainty?: Certainty;
  @Text(optional) basis?: string;
  @Text(openOrLeftOut) clause?: string | null;
}

class FactStepDto implements FactStep {
  @Text() fact: string;
  @Day() on: PlainDate;
  // Held against the fact's own definition when the example is run, since a refusal of bad data is an example too.
  @Data(optional) data?: Record<string, unknown>;
  @OneOf(partyIds, optional) by?: Party;
  @Text(optional) refused?: string;
  @Text(optional) limit?: string;
}

class ExpectedDateDto implements ExpectedDate {
  @Day() date: PlainDate;
  @OneOf(certainties, optional) certainty?: Certainty;
  @Day(optional) other?: PlainDate;
}

class ThenStepDto implements ThenStep {
  @Day() then: PlainDate;
  @Parts(() => ExpectedActionDto, optional) owed?: ExpectedActionDto[];
  @TableOfTexts(optional) in?: Record<string, string>;
  @Texts(optional) not?: string[];
  @TableOf(() => ExpectedDateDto, optional) dates?: Record<string, ExpectedDateDto>;
}

export class ExampleDto implements Example {
  @Text() id: string;
  @Text() name: string;
  @Texts() cites: string[];
  @Form(/^[a-z0-9-]+\/[^/]+$/, 'sfi/anmald-och-mottagen', optional) after?: string;
  @Text(optional) agreement?: string;
  @PartsBy((step) => (isMapping(step) && 'then' in step ? ThenStepDto : FactStepDto)) steps: (
    FactStepDto | ThenStepDto
  )[];
}
