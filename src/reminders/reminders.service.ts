import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import type { Viewer } from '../auth/viewer.js';
import { CaseBook } from '../cases/case-book.js';
import { Clock, dayInSweden } from '../clock.js';
import { Config } from '../config.js';
import { outboxLedgerOn } from '../database/outbox-ledger-on.js';
import { WRITE_PATH } from '../database/store.js';
import type { WritePath } from '../database/write-path.js';
import type { Library } from '../library/library.js';
import { LIBRARY } from '../library/library.provider.js';
import { LOG } from '../logging.js';
import { RegistryMove } from '../registry-changes/registry-move.js';
import { readAddressBook } from './address-book.js';
import { CaseSweep } from './case-sweep.js';
import { DueCases } from './due-cases.js';

import { type Outgoing, outgoing } from './outgoing.js';
import { folderPost, smtpPost } from './post.js';
import { Sender } from './sender.js';
import type { SweepOptions, SweepResult, SweptReminder } from './sweep.js';

/** Reminds those who act next. Reads the address book once; throws `LibraryError` when it cannot be used. */
@Injectable()
export class RemindersService {
  private readonly cases: CaseSweep;
  private readonly move: RegistryMove;
  /** Cases of another registry are looked for once: this process writes with its own. */
  private registryChecked = false;
  private readonly sender: Sender;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(WRITE_PATH) writePath: WritePath,
    @Inject(LIBRARY) library: Library,
    config: Config,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Pick<Logger, 'info' | 'warn'>,
  ) {
    const due = new DueCases(dataSource, library.version);
    const book = new CaseBook(library);
    this.cases = new CaseSweep(due, writePath, book);
    this.move = new RegistryMove(dataSource, writePath, book);
    const post = config.smtpUrl === undefined ? folderPost(config.mailFolder) : smtpPost(config.smtpUrl);
    const ledger = outboxLedgerOn(dataSource);
    this.sender = new Sender(ledger, post, readAddressBook(config.addresses), library, config);
  }

  /**
   * Visits the cases for which a day has come, writes the reminders that exist by then and sends what waits. It goes by
   * what is, not by what has happened since: running it twice, late or after weeks of downtime gives the same rows.
   */
  async sweep(viewer: Viewer, options: SweepOptions = {}): Promise<SweepResult> {
    const { asOf = this.clock.today(), dryRun = false, at = this.clock.now(), together = 1, signal } = options;
    const { municipalities } = viewer;
    const failed = (caseId: string, error: unknown) => this.caseFailed(caseId, error);
    if (!dryRun) await this.underRunningRegistry(at, signal);
    const visited = await this.cases.all({ municipalities, asOf, at, together, dryRun, signal, failed });
    const sendings = dryRun ? [] : await this.sender.empty({ municipalities, asOf, at, signal });
    const count = (status: SweptReminder['status']) => sendings.filter((sending) => sending.status === status).length;
    return {
      asOf,
      cases: visited.cases,
      created: visited.created.length,
      overtaken: visited.created.filter(({ status }) => status === 'overtaken').length,
      sent: count('sent'),
      failed: count('failed'),
      withdrawn: count('withdrawn'),
      failedCases: visited.failedCases.sort(),
      reminders: latest([...visited.created, ...sendings]),
    };
  }

  /** The latest reminders that the viewer may see, the newest first, with what became of each. */
  listOutgoing(viewer: Viewer, atMost = 50): Promise<Outgoing[]> {
    return outgoing(this.dataSource, viewer, atMost);
  }

  private async underRunningRegistry(at: number, signal: AbortSignal | undefined): Promise<void> {
    if (this.registryChecked) return;
    await this.move.apply({ municipalities: 'all' }, { today: dayInSweden(at), at, by: 'sweep', signal });
    this.registryChecked = !signal?.aborted;
  }

  private caseFailed(caseId: string, error: unknown): void {
    const fault = error instanceof Error ? error.name : typeof error;
    this.log.warn({ case: caseId, fault }, 'a case could not be swept');
  }
}

/** Each reminder once, as it was last told of. */
const latest = (told: readonly SweptReminder[]): SweptReminder[] => {
  const keyOf = (r: SweptReminder) => [r.case, r.process, r.instance, r.state, r.due, r.level, r.recipient].join(' ');
  return [...new Map(told.map((reminder) => [keyOf(reminder), reminder])).values()];
};
