import type { Database } from 'better-sqlite3';
import { type Counted, countedDifference, disagreeing } from './owed-difference.js';

/** Keeps how many open steps each party has in each municipality. */
export class OwedCounter {
  private readonly raise;
  private readonly lower;
  private readonly removeEmpty;

  constructor(database: Database) {
    this.raise = database.prepare<[string, string, number]>(
      `INSERT INTO owed_counters (party, kommun, open) VALUES (?, ?, ?)
       ON CONFLICT (party, kommun) DO UPDATE SET open = open + excluded.open`,
    );
    this.lower = database.prepare<{ party: string; kommun: string; by: number }>(
      'UPDATE owed_counters SET open = open - @by WHERE party = @party AND kommun = @kommun AND open >= @by',
    );
    this.removeEmpty = database.prepare<[string, string]>(
      'DELETE FROM owed_counters WHERE party = ? AND kommun = ? AND open = 0',
    );
  }

  /** Counts some steps out and others in. Throws rather than let a counter go below what it can be. */
  move(out: readonly Counted[], into: readonly Counted[]): void {
    for (const { party, kommun, by } of countedDifference(out, into)) this.change(party, kommun, by);
  }

  private change(party: string, kommun: string, by: number): void {
    if (by > 0) {
      this.raise.run(party, kommun, by);
      return;
    }
    if (this.lower.run({ party, kommun, by: -by }).changes !== 1) throw disagreeing({ party, kommun });
    this.removeEmpty.run(party, kommun);
  }
}
