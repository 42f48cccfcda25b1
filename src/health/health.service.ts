import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { Problem } from '../http/problems.js';
import type { Library } from '../library/library.js';
import { LIBRARY } from '../library/library.provider.js';
import { faultForLog, LOG } from '../logging.js';
import { ChangeBook } from '../registry-changes/change-book.js';
import type { RegistryChangeRow } from '../registry-changes/registry-change.entity.js';

/** That the database answers, and with which law and agreements. */
export interface Readiness {
  status: 'ok';
  library: string;
  brokenAgreements: number;
  /** When all cases were last computed anew with another registry, and which; null when they never were. */
  lastRegistryChange: { at: string; to: string } | null;
}

/** Tells whether the server can do its work. */
@Injectable()
export class HealthService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(LIBRARY) private readonly library: Library,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Rejects with a problem when the database does not answer. */
  async readiness(): Promise<Readiness> {
    let last: RegistryChangeRow | null;
    try {
      last = await new ChangeBook(this.dataSource).last();
    } catch (error) {
      this.log.error(faultForLog(error), 'the database does not answer');
      throw new Problem('unavailable', { sv: 'Databasen svarar inte.', en: 'The database does not answer.' });
    }
    return {
      status: 'ok',
      library: this.library.version,
      brokenAgreements: this.library.problems.length,
      lastRegistryChange: last && { at: new Date(last.at).toISOString(), to: last.toVersion },
    };
  }
}
