import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '../http/problems.js';
import type { Library } from '../library/library.js';
import { LIBRARY } from '../library/library.provider.js';
import type { Language } from '../library/texts.js';
import { processView, type ProcessView } from './process-view.js';

/** Tells what the processes are. They are law, not cases: no viewer is needed. */
@Injectable()
export class ProcessesService {
  constructor(@Inject(LIBRARY) private readonly library: Library) {}

  /** Every process, in the order in which a newcomer meets them. */
  list(language: Language = 'sv'): ProcessView[] {
    return this.library.registry.processes.map((process) =>
      processView(process, this.library.texts[language][process.id]),
    );
  }

  /** One process; throws a problem when there is none. */
  find(id: string, language: Language = 'sv'): ProcessView {
    const process = this.library.registry.process(id);
    if (process) return processView(process, this.library.texts[language][id]);
    throw notFound({ sv: `Processen ${id} finns inte.`, en: `There is no process ${id}.` });
  }
}
