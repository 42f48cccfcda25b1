#!/usr/bin/env node
import 'reflect-metadata';
import { run } from './commands/run.js';

// Whoever reads our output may stop early (`etapp next | head`); that is no fault of anybody's.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// The status is set, not forced: what is still on its way to a pipe gets there.
process.exitCode = await run(process.argv.slice(2), { stdout: process.stdout, stderr: process.stderr });
