import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given in a series of case numbers. */
@Entity({ name: 'case_numbers' })
export class CaseNumberRow {
  /** Municipality and year: `0763-26`. */
  @PrimaryColumn({ type: 'varchar' })
  series: string;

  @Column({ type: 'integer' })
  last: number;
}
