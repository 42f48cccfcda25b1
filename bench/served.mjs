// Servers in processes of their own: what the bench itself does, and the rubbish it leaves, is not theirs.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../dist/src/main.js', import.meta.url));

/** The server as people run it. Its log is JSON lines; the one with an address says that it listens. */
export const served = (db, folder) =>
  listening(main, [], {
    ETAPP_DB: db,
    ETAPP_PORT: '0',
    ETAPP_SWEEP_MINUTES: '1440',
    ETAPP_MAIL_FOLDER: join(folder, 'mail'),
  });

/** A program that writes a line of JSON with its address on standard error when it listens. */
export async function listening(program, argv, env = {}) {
  const child = spawn(process.execPath, [program, ...argv], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  for await (const text of createInterface({ input: child.stderr })) {
    const { url } = JSON.parse(text);
    if (!url) continue;
    child.stderr.resume();
    return { url, pid: child.pid, stop: () => child.kill('SIGKILL') };
  }
  throw new Error(`${program} ended before it listened.`);
}
