import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Basis, Certainty, PlainDate, Subject } from '../../machines/grammar/index.js';
import type { Party } from '../../machines/parties.js';
import type { Due, DueKind } from '../engine/types.js';

/** The due date of a step that has none: last in every order, so that paging by key never meets a null. */
export const UNDATED: PlainDate = '9999-12-31';

/** The instance of a process that a case has once: a key with a null in it would not keep its rows apart. */
export const ONCE = '';

/** One open step of one case. A row goes when its step closes, so the indexes hold nothing but what is owed now. */
@Entity({ name: 'owed_steps' })
@Index('owed_steps_party_kommun_due', ['party', 'kommun', 'due', 'id'])
@Index('owed_steps_party_due', ['party', 'due', 'id'])
@Index('owed_steps_kommun_due', ['kommun', 'due', 'id'])
@Index('owed_steps_due', ['due', 'id'])
@Index('owed_steps_process_due', ['process', 'due', 'id'])
export class OwedStepRow {
  /** `case/process/state`, `case/process/instance/state` where a case may have several. */
  @PrimaryColumn({ type: 'varchar' })
  id: string;

  @Index('owed_steps_case')
  @Column({ name: 'case_id', type: 'varchar' })
  caseId: string;

  @Column({ type: 'varchar' })
  kommun: string;

  @Column({ type: 'varchar' })
  subject: Subject;

  @Column({ type: 'varchar' })
  process: string;

  /** Which of several; `ONCE` where a case has the process once. */
  @Column({ type: 'varchar' })
  instance: string;

  @Column({ type: 'varchar' })
  state: string;

  @Column({ type: 'varchar' })
  party: Party;

  @Column({ type: 'varchar', nullable: true })
  unit: string | null;

  @Column({ type: 'varchar', nullable: true })
  contact: string | null;

  /** `UNDATED` where there is no date. */
  @Column({ type: 'varchar' })
  due: PlainDate;

  @Column({ name: 'due_kind', type: 'varchar' })
  dueKind: DueKind;

  @Column({ type: 'varchar' })
  certainty: Certainty;

  @Column({ type: 'varchar' })
  since: PlainDate;

  @Column({ type: 'varchar' })
  basis: Basis;

  @Column({ type: 'varchar', nullable: true })
  clause: string | null;

  /** 1 when the law leaves it open who acts and the agreement does not say. */
  @Column({ type: 'integer' })
  gap: 0 | 1;

  /** The facts that discharge the step. */
  @Column({ type: 'simple-json' })
  facts: readonly string[];

  /** The due date with its arithmetic. */
  @Column({ name: 'due_detail', type: 'simple-json' })
  dueDetail: Due;
}

/** The key of an owed step among all of all cases. */
export const owedId = (
  caseId: string,
  { process, instance, state }: Pick<OwedStepRow, 'process' | 'instance' | 'state'>,
) => [caseId, process, ...(instance === ONCE ? [] : [instance]), state].join('/');
