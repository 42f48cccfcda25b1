import { Command } from 'commander';
import type { Config } from '../config.js';
import { actionTable } from './action-table.js';
import { fill, usualCaseload } from './demonstration.js';
import { type Exit, exit } from './exit.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';

interface Asked {
  port?: number;
  demo?: boolean;
}

/** So many steps are shown at the start. */
const SHOWN = 10;

/** `etapp serve`: the API, the pages and the reminders. */
export const serveVerb = ({ say, read, perform, examples }: Setting): Command =>
  new Command('serve')
    .description(say('starta webbsidorna, API:et och påminnelserna', 'start the pages, the API and the reminders'))
    .option(
      '--port <port>',
      say(
        'porten, annars den inställda; 0 väljer en ledig',
        'the port, otherwise the configured one; 0 takes a free one',
      ),
      read.number(0, 65_535),
    )
    .option(
      '--demo',
      say('fyll först en tom databas med påhittade ärenden', 'first fill an empty database with invented cases'),
    )
    .addHelpText('after', examples('serve', 'serve --port 8080 --demo'))
    .action((asked: Asked) => perform((session) => serve(session, asked)));

async function serve(session: Session, { port, demo }: Asked): Promise<Exit> {
  const config = onPort(session.config(), port);
  const library = session.library();
  const store = await session.store();
  const { isEmpty } = await import('../demo/fill-demonstration.js');
  if (demo && (await isEmpty(store))) await fill(session, usualCaseload);
  const { startServer } = await import('../main.js');
  const server = await startServer(config, {
    library,
    store,
    clock: session.clock,
    ...(await calmLog(session, config)),
    signals: session.signal === undefined,
  });
  try {
    await welcome(session, server.url);
    await stopped(session.signal);
  } finally {
    await server.close();
  }
  return exit.done;
}

/** Who sits at a terminal wants the list, not every request; whoever has configured a level gets it. */
async function calmLog({ terminal }: Session, { logLevel }: Config) {
  if (!terminal.watched || logLevel !== 'info') return {};
  const { openLog } = await import('../logging.js');
  return { log: openLog('warn') };
}

/** Links that are sent out follow the port, unless they were configured to lead elsewhere. */
function onPort(config: Config, port: number | undefined): Config {
  if (port === undefined) return config;
  const own = `:${config.port}`;
  const baseUrl = config.baseUrl.endsWith(own) ? `${config.baseUrl.slice(0, -own.length)}:${port}` : config.baseUrl;
  return { ...config, port, baseUrl };
}

async function welcome(session: Session, url: string): Promise<void> {
  const { terminal, viewer } = session;
  const { say, language, paint } = terminal;
  const { nextActions } = await session.services();
  const { asOf, total, actions } = await nextActions.list(viewer, { limit: SHOWN, language });
  const notice = say(
    'Demonstration utan inloggning: bara den här datorn når den, och ärendena ska vara påhittade.',
    'A demonstration without login: only this machine can reach it, and the cases are to be invented.',
  );
  if (terminal.json) return terminal.document({ url, notice, asOf, total, actions });
  terminal.line(`${say('Etapp svarar på', 'Etapp answers at')} ${paint.bold(url)}`);
  terminal.line(paint.dim(notice));
  if (total === 0)
    return terminal.line(say('Inga ärenden ännu. Fyll på med: etapp demo', 'No cases yet. Fill up with: etapp demo'));
  terminal.heading(
    say(
      `Vem agerar härnäst (${actions.length} av ${total} steg)`,
      `Who acts next (${actions.length} of ${total} steps)`,
    ),
  );
  terminal.line(actionTable(actions, { library: session.library(), language, paint, asOf }));
}

/** Until the signal; without one the server ends the process itself when it is told to. */
const stopped = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener('abort', () => resolve());
  });
