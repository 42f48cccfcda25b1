import type { DataSource } from 'typeorm';
import type { CaseBook } from '../cases/case-book.js';
import { CaseRow } from '../cases/case.entity.js';
import type { Clock } from '../clock.js';
import type { WritePath } from '../database/write-path.js';
import { RegistryMove } from '../registry-changes/registry-move.js';

/** So many cases are computed together; they share one commit, and others are answered in between. */
const TOGETHER = 8;

/**
 * Brings what is kept about who acts next up to date before it is read. The sweep does it too, every few minutes; but a
 * list on a new day, after an upgrade, or from the command line on a server that stands still must be right at once.
 */
export class OwedRefresh {
  /** Cases computed with another library are looked for once: this process writes with its own. */
  private libraryChecked = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly writePath: WritePath,
    private readonly book: CaseBook,
    private readonly clock: Clock,
  ) {}

  /** Computes anew every case whose kept steps may no longer be owed today. */
  async upToDate(): Promise<void> {
    if (!this.libraryChecked) await this.underRunningRegistry();
    for (;;) {
      const ids = await this.outdated();
      if (ids.length === 0) break;
      const done = await Promise.allSettled(ids.map((id) => this.refresh(id)));
      // A case that cannot be computed keeps what it had; the sweep counts it and tells.
      if (done.every(({ status }) => status === 'rejected')) break;
    }
  }

  private async underRunningRegistry(): Promise<void> {
    const move = new RegistryMove(this.dataSource, this.writePath, this.book);
    const now = { today: this.clock.today(), at: this.clock.now() };
    await move.apply({ municipalities: 'all' }, { ...now, by: 'next' });
    this.libraryChecked = true;
  }

  private async outdated(): Promise<string[]> {
    const query = this.dataSource.getRepository(CaseRow).createQueryBuilder('c').select('c.id', 'id');
    // Computed for a day still to come: the clock ran ahead and has been put right.
    query.where('c.owedUntil <= :today', { today: this.clock.today() }).orWhere('c.computedOn > :today');
    const rows = await query.limit(TOGETHER).getRawMany<{ id: string }>();
    return rows.map(({ id }) => id);
  }

  private refresh(id: string): Promise<null> {
    const today = this.clock.today();
    return this.writePath.change(id, { at: this.clock.now() }, (loaded) => {
      const kept = this.book.kept(loaded.row, loaded.facts, this.book.fold(loaded, today));
      // The sweep still has to see the case: reminders are its to write.
      return { result: null, writes: { ...kept, nextBoundaryOn: today } };
    });
  }
}
