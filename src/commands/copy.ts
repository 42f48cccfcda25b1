import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { shownAddress } from '../database/address.js';
import type { Copied } from '../database/copying/copy-store.js';
import { checkedAddress } from './database-address.js';
import { type Exit, exit } from './exit.js';
import { counting } from './progress.js';
import { Refused } from './refused.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';
import { UsageError } from './usage-error.js';

interface Asked {
  from?: string;
  to: string;
}

/** `etapp copy`: everything in one database to another. */
export const copyVerb = ({ say, perform, examples }: Setting): Command =>
  new Command('copy')
    .description(
      say(
        'kopiera allt till en tom databas, också av annat slag, och pröva att det blev detsamma',
        'copy everything to an empty database, also of another kind, and prove that it is the same',
      ),
    )
    .option(
      '--from <address>',
      say('databasen att kopiera, annars den inställda', 'the database to copy, otherwise the configured one'),
    )
    .requiredOption('--to <address>', say('den tomma databasen', 'the empty database'))
    .addHelpText('after', examples('copy --from sqlite:data/etapp.db --to postgres://etapp@db.example/etapp'))
    .action((asked: Asked) => perform((session) => copy(session, asked)));

async function copy(session: Session, { from: asked, to }: Asked): Promise<Exit> {
  const { terminal } = session;
  const from = asked ?? session.database();
  assertThere(from);
  checkedAddress(to);
  const copied = await copyAll(session, from, to);
  const rows = Object.values(copied).reduce((sum, count) => sum + count, 0);
  if (terminal.json) terminal.document({ from: shownAddress(from), to: shownAddress(to), rows, tables: copied });
  else {
    const { cases = 0, facts = 0 } = copied;
    terminal.text(
      terminal.say(
        `${rows} rader kopierades, bland dem ${cases} ärenden med ${facts} uppgifter. Innehållet är detsamma, och kedjan i varje ärende håller.`,
        `${rows} rows were copied, among them ${cases} cases with ${facts} facts. The content is the same, and the chain of every case holds.`,
      ),
    );
  }
  return exit.done;
}

/** Opening a file that does not exist would make an empty one. */
function assertThere(url: string): void {
  const address = checkedAddress(url);
  if (address.kind === 'postgres' || existsSync(address.path)) return;
  throw new UsageError({ sv: `Filen ${address.path} finns inte.`, en: `There is no file ${address.path}.` });
}

async function copyAll({ terminal }: Session, from: string, to: string): Promise<Copied> {
  const [{ openStore }, { copyStore }] = await Promise.all([
    import('../database/open-store.js'),
    import('../database/copying/copy-store.js'),
  ]);
  const source = await openStore(from);
  const target = await openStore(to).catch(async (error: unknown) => {
    await source.close();
    throw error;
  });
  const bar = counting(terminal, { sv: 'rader, skrivna och jämförda', en: 'rows, written and compared' });
  try {
    return await copyStore(source, target, bar.update);
  } catch (error) {
    throw await refusalOf(error);
  } finally {
    bar.stop();
    await target.close();
    await source.close();
  }
}

/** What a copy can be refused for, in words; anything else as it is. */
async function refusalOf(error: unknown): Promise<unknown> {
  const { TargetNotEmpty, ChainBroken, CopyDiffers } = await import('../database/copying/copy-store.js');
  if (error instanceof TargetNotEmpty)
    return new Refused('not-empty', {
      title: { sv: 'Databasen att kopiera till är inte tom', en: 'The database to copy to is not empty' },
      detail: {
        sv: `Ingenting har ändrats. Tabellen ${error.table} har rader. Välj en tom databas med --to.`,
        en: `Nothing was changed. The table ${error.table} has rows. Choose an empty database with --to.`,
      },
    });
  if (error instanceof ChainBroken)
    return new Refused('chain-broken', {
      title: { sv: 'Ärendets kedja håller inte', en: 'The chain of the case does not hold' },
      detail: {
        sv: `Ingenting har kopierats. Uppgift ${error.seq} i ärende ${error.caseId} har ändrats, flyttats eller mist sin föregångare. Ta reda på hur innan du kopierar.`,
        en: `Nothing was copied. Fact ${error.seq} of case ${error.caseId} was changed, moved or lost its predecessor. Find out how before you copy.`,
      },
    });
  if (error instanceof CopyDiffers)
    return new Refused('copy-differs', {
      title: { sv: 'Kopian blev inte densamma', en: 'The copy is not the same' },
      detail: {
        sv: `Ingenting har sparats. Tabellen ${error.table} skiljer sig. Skriver någon till databaserna? Stoppa servrarna och försök igen.`,
        en: `Nothing was kept. The table ${error.table} differs. Is somebody writing to the databases? Stop the servers and try again.`,
      },
    });
  return error;
}
