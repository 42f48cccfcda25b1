import { Command } from 'commander';
import { recorderOf } from '../auth/viewer.js';
import type { MoveReport } from '../registry-changes/registry-move.js';
import { type Exit, exit } from './exit.js';
import { showHistory, showMoves } from './migrate-lines.js';
import { counting } from './progress.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';
import { UsageError } from './usage-error.js';

interface Asked {
  dryRun?: boolean;
  apply?: boolean;
  history?: boolean;
}

/** `etapp migrate`: what the running registry makes of cases that were computed with another. */
export const migrateVerb = ({ say, perform, examples }: Setting): Command =>
  new Command('migrate')
    .description(
      say(
        'visa vad nya utgåvor, ny lag och nya överenskommelser gör med ärendena, eller räkna om dem',
        'show what new editions, law and agreements make of the cases, or compute them anew',
      ),
    )
    .option(
      '--dry-run',
      say('visa bara; ingenting ändras (det vanliga)', 'only show; nothing is changed (the default)'),
    )
    .option('--apply', say('räkna om alla ärenden och anteckna det', 'compute all cases anew and write that down'))
    .option('--history', say('visa vad som har räknats om förut', 'show what has been computed anew before'))
    .addHelpText('after', examples('migrate --dry-run', 'migrate --dry-run --json > fore.json', 'migrate --apply'))
    .action((asked: Asked) => perform((session) => migrate(session, asked)));

async function migrate(session: Session, asked: Asked): Promise<Exit> {
  if ([asked.dryRun, asked.apply, asked.history].filter(Boolean).length > 1) throw new UsageError(ONE_OF);
  if (asked.history) return history(session);
  const { terminal } = session;
  const report = await moved(session, asked.apply === true);
  if (terminal.json) terminal.document(report);
  else showMoves(report, session.library(), terminal);
  return endOf(report);
}

async function moved(session: Session, apply: boolean): Promise<MoveReport> {
  const { terminal, viewer, clock, today } = session;
  const [{ RegistryMove }, { CaseBook }] = await Promise.all([
    import('../registry-changes/registry-move.js'),
    import('../cases/case-book.js'),
  ]);
  const { dataSource, writePath } = await session.store();
  const move = new RegistryMove(dataSource, writePath, new CaseBook(session.library()));
  const bar = counting(terminal, { sv: 'ärenden', en: 'cases' });
  const options = { today, progress: bar.update };
  const work = apply
    ? move.apply(viewer, { ...options, at: clock.now(), by: recorderOf(viewer) })
    : move.preview(viewer, options);
  return work.finally(bar.stop);
}

/** In advance, what a person has to look at is a finding; afterwards only what could not be done is a fault. */
function endOf({ applied, counts: { moved, unfit, failed } }: MoveReport): Exit {
  if (applied) return failed > 0 ? exit.fault : exit.done;
  return moved + unfit + failed > 0 ? exit.findings : exit.done;
}

async function history(session: Session): Promise<Exit> {
  const { terminal } = session;
  const { brokenEntries, ChangeBook } = await import('../registry-changes/change-book.js');
  const entries = await new ChangeBook((await session.store()).dataSource).entries();
  const broken = brokenEntries(entries);
  const told = entries.map(({ fromVersions, counts, at, ...entry }) => ({
    ...entry,
    at: new Date(at).toISOString(),
    fromVersions: JSON.parse(fromVersions) as Record<string, number>,
    counts: JSON.parse(counts) as Record<string, number>,
  }));
  if (terminal.json) terminal.document({ registry: session.library().version, entries: told, broken });
  else showHistory(told, broken, terminal);
  return broken.length > 0 ? exit.findings : exit.done;
}

const ONE_OF = {
  sv: 'Välj en av --dry-run, --apply och --history.',
  en: 'Choose one of --dry-run, --apply and --history.',
};
