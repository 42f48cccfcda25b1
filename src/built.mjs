// What `npm start` and `npm run verify` need before there is anything to run: the dependencies installed and the sources
// built, each only when something has changed. Plain JavaScript, since it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const at = (...path) => join(root, ...path);
const changed = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

function newest(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .reduce((latest, entry) => Math.max(latest, changed(join(entry.parentPath ?? entry.path, entry.name))), 0);
}

function run(what, command, args) {
  console.error(`etapp: ${what} …`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error(
      `etapp: det gick inte att ${what}. Se meddelandet ovan och felsökningen i README. (Failed; see above and the README.)`,
    );
    process.exit(status ?? 1);
  }
}

/** Ends the process with a message when Node is too old or something cannot be installed or built. */
function built() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(
      `etapp: Node ${process.versions.node} är för gammal; minst 20.19 behövs. (Node 20.19 or later is needed.)`,
    );
    process.exit(1);
  }
  if (changed(at('node_modules/.package-lock.json')) < changed(at('package-lock.json'))) {
    run('installera beroenden (första gången tar det ett par minuter)', 'npm', ['ci', '--no-audit', '--no-fund']);
  }
  const sources = Math.max(newest(at('src')), newest(at('machines')), changed(at('tsconfig.build.json')));
  if (changed(at('dist/.built')) < sources) run('bygga', 'npm', ['run', '--silent', 'build']);
}

/** Installs and builds what is needed, runs one `etapp` command, and ends with its status. */
export function etapp(...argv) {
  built();
  const { status } = spawnSync(process.execPath, ['--enable-source-maps', at('dist/src/cli.js'), ...argv], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exit(status ?? 0);
}
