/**
 * Keeps one PostgreSQL server for one run of the tests: starts it in the folder it is given, says in a file where it
 * answers, and takes it down with its data when the run is over, however the run ended. SIGUSR2 lets the server crash, and
 * starts it again where it was.
 *
 * `node keeper.mjs FOLDER PID`
 */
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setInterval } from 'node:timers';
import { findPostgres } from './binaries.mjs';

const [folder = '', run = ''] = process.argv.slice(2);
const data = join(folder, 'data');

const say = (name, text) => {
  writeFileSync(join(folder, `${name}.part`), text);
  renameSync(join(folder, `${name}.part`), join(folder, name));
};

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

function initialise({ initdb, user }) {
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const made = spawnSync(
    initdb,
    ['-D', data, '-U', 'etapp', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync', '--no-instructions'],
    { ...user, cwd: '/', encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr || made.error}`);
}

/** Nothing here is worth keeping: what is tested is what the server does, not the disk under it. */
const settings = (port) => [
  'listen_addresses=127.0.0.1',
  `port=${port}`,
  'unix_socket_directories=',
  'fsync=off',
  'full_page_writes=off',
  'max_connections=300',
  'shared_buffers=64MB',
  'max_wal_size=256MB',
];

let server;
let restarting = false;

/** Starts the server; `ready` is called when it answers. */
function serve(found, port, ready) {
  server = spawn(found.postgres, ['-D', data, ...settings(port).flatMap((setting) => ['-c', setting])], {
    ...found.user,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  server.stderr.on('data', (text) => {
    if (log === undefined) return;
    log += text;
    if (!log.includes('ready to accept connections')) return;
    log = undefined;
    ready();
  });
  server.once('exit', (code) => {
    if (restarting) {
      restarting = false;
      return serve(found, port, () => undefined);
    }
    if (log !== undefined) say('failure', `postgres ended with ${code}: ${log}`);
    rmSync(folder, { recursive: true, force: true });
    process.exit(log === undefined ? 0 : 1);
  });
}

async function start() {
  const found = findPostgres();
  initialise(found);
  const port = await freePort();
  serve(found, port, () => say('url', `postgres://etapp@127.0.0.1:${port}/`));
}

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

try {
  await start();
  const stop = () => server.kill('SIGQUIT');
  process.once('SIGTERM', stop);
  process.on('SIGUSR2', () => {
    restarting = true;
    stop();
  });
  setInterval(() => alive(Number(run)) || stop(), 500).unref();
} catch (error) {
  say('failure', String(error));
  process.exit(1);
}
