import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Party } from '../../machines/parties.js';

/** How many open steps a party has in a municipality, kept with the steps. There is no row for none. */
@Entity({ name: 'owed_counters' })
export class OwedCounterRow {
  @PrimaryColumn({ type: 'varchar' })
  party: Party;

  @PrimaryColumn({ type: 'varchar' })
  kommun: string;

  @Column({ type: 'integer' })
  open: number;
}
