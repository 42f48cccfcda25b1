// A fact in a long case: the newest goes on from where the case stood, a late one is folded anew; each with its difference.
import { advance } from '../dist/src/engine/advance.js';
import { journey } from '../dist/src/engine/journeys.js';
import { standOf } from '../dist/src/engine/stand.js';
import { loadLibrary } from '../dist/src/library/library.js';
import { line, timed } from './figures.mjs';

const LONG = 200;

export async function resumeBench() {
  const { registry, book, agreements } = loadLibrary();
  const asOf = '2026-06-01';
  const cases = Array.from({ length: 60 }, (_, i) =>
    journey({ registry, book, subject: 'deltagare', seed: i + 1, from: '2018-01-01', until: asOf }),
  );
  const [longest] = cases.map(({ facts }) => facts).sort((a, b) => b.length - a.length);
  const facts = longest.slice(0, LONG);
  const options = { registry, book, agreements, asOf };
  const without = (i) => ({ subject: 'deltagare', facts: facts.toSpliced(i, 1) });
  const last = facts.length - 1;
  const late = (i) => facts.length - 2 - (i % (facts.length - 2));
  const before = { subject: 'deltagare', facts: facts.slice(0, last) };
  const resume = standOf(before.subject, before.facts, options);
  for (let i = 0; i < 60; i++) advance(before, facts[last], options);
  console.log(`A fact in a case of ${facts.length} facts, with the difference it makes`);
  const anew = await timed(300, () => advance(before, facts[last], options));
  const on = await timed(300, () => advance(before, facts[last], { ...options, resume }));
  line('the newest fact, folded anew', anew);
  line('the newest fact, from where the case stood', on, `${(anew.p50 / on.p50).toFixed(1)} times faster`);
  line('a late fact', await timed(600, (i) => advance(without(late(i)), facts[late(i)], options)), 'goal: p99 50 ms');
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed;
  const kept = cases.map(({ facts: all }) => standOf('deltagare', all, options));
  globalThis.gc?.();
  const each = (process.memoryUsage().heapUsed - heap) / kept.length / 1024;
  const average = cases.reduce((sum, one) => sum + one.facts.length, 0) / cases.length;
  if (globalThis.gc) console.log(`  ${each.toFixed(0)} kB a kept stand, ${average.toFixed(0)} facts on average`);
  console.log();
}
