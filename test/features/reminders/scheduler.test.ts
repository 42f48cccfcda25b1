import 'reflect-metadata';
import { jest } from '@jest/globals';
import { readConfig } from '../../../src/config.js';
import { RemindersScheduler } from '../../../src/reminders/reminders.scheduler.js';
import type { RemindersService } from '../../../src/reminders/reminders.service.js';
import type { SweepOptions, SweepResult } from '../../../src/reminders/sweep.js';

const RESULT: SweepResult = {
  asOf: '2026-03-10',
  cases: 1,
  created: 1,
  overtaken: 0,
  sent: 1,
  failed: 0,
  withdrawn: 0,
  failedCases: ['0763-26-0002'],
  reminders: [],
};

/** A service whose sweeps end when the test says so. */
function scheduler(fails = false) {
  const sweeps: { signal: AbortSignal | undefined; end: () => void }[] = [];
  const log: object[] = [];
  const sweep = (_: unknown, { signal }: SweepOptions) =>
    new Promise<SweepResult>((resolve, reject) => {
      sweeps.push({ signal, end: () => (fails ? reject(new TypeError('broken')) : resolve(RESULT)) });
    });
  const keep = (entry: object) => void log.push(entry);
  const config = readConfig({ ETAPP_SWEEP_MINUTES: '15' });
  return {
    sweeps,
    log,
    of: new RemindersScheduler({ sweep } as unknown as RemindersService, config, { info: keep, warn: keep }),
  };
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('sweeps at start and then at every interval', async () => {
  const { of, sweeps } = scheduler();
  of.onApplicationBootstrap();
  expect(sweeps).toHaveLength(1);
  sweeps[0]?.end();
  await jest.advanceTimersByTimeAsync(15 * 60_000);
  expect(sweeps).toHaveLength(2);
  sweeps[1]?.end();
  await of.onModuleDestroy();
});

test('never begins a sweep while one is running', async () => {
  const { of, sweeps } = scheduler();
  of.onApplicationBootstrap();
  await jest.advanceTimersByTimeAsync(60 * 60_000);
  expect(sweeps).toHaveLength(1);
  sweeps[0]?.end();
  await of.onModuleDestroy();
});

test('when the server stops, the running sweep is asked to end and waited for, and no other begins', async () => {
  const { of, sweeps } = scheduler();
  of.onApplicationBootstrap();
  let stopped = false;
  const stopping = of.onModuleDestroy().then(() => (stopped = true));
  await jest.advanceTimersByTimeAsync(15 * 60_000);
  expect([sweeps.length, sweeps[0]?.signal?.aborted, stopped]).toEqual([1, true, false]);
  sweeps[0]?.end();
  await stopping;
  await of.tick();
  expect(sweeps).toHaveLength(1);
});

test('a sweep that fails is logged without its words, and the next one comes', async () => {
  const { of, sweeps, log } = scheduler(true);
  of.onApplicationBootstrap();
  sweeps[0]?.end();
  await jest.advanceTimersByTimeAsync(15 * 60_000);
  expect(log).toEqual([{ fault: 'TypeError' }]);
  expect(sweeps).toHaveLength(2);
  sweeps[1]?.end();
  await of.onModuleDestroy();
});

test('the log of a sweep has counts and no case', async () => {
  const { of, sweeps, log } = scheduler();
  of.onApplicationBootstrap();
  sweeps[0]?.end();
  await of.onModuleDestroy();
  expect(log).toEqual([
    { asOf: '2026-03-10', cases: 1, created: 1, overtaken: 0, sent: 1, failed: 0, withdrawn: 0, failedCases: 1 },
  ]);
});
