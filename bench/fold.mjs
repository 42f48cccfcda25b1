// The engine's own scope against XState's public transition(), over the same facts of the same process.
import { initialTransition, transition } from 'xstate';
import { fold } from '../dist/src/engine/fold.js';
import { initial, step } from '../dist/src/engine/machine.js';
import { journey } from '../dist/src/engine/journeys.js';
import { sampleEvents } from '../dist/src/engine/samples.js';
import { loadLibrary } from '../dist/src/library/library.js';
import { line, timed } from './figures.mjs';

export async function foldBench() {
  const { registry, book } = loadLibrary();
  const process = registry.process('etableringsprogrammet');
  const { machine } = process.editions[0];
  const events = sampleEvents(process, '2024-03-01', book).filter((e) => registry.facts.has(e.type));
  const round = events.length;
  const own = () => events.reduce((at, event) => step(machine, at, event).to, initial(machine));
  const plain = () =>
    events.reduce(
      (at, event) => (at.can(event) ? transition(machine, at, event)[0] : at),
      initialTransition(machine)[0],
    );
  for (let i = 0; i < 300; i++) own() && plain();
  const [a, b] = [await timed(400, own), await timed(400, plain)];
  console.log('Engine');
  line(`${round} facts offered to etableringsprogrammet, own scope`, a);
  line(`${round} facts offered, public transition()`, b, `${(b.p50 / a.p50).toFixed(1)} times slower`);
  const cases = Array.from(
    { length: 100 },
    (_, i) =>
      journey({ registry, book, subject: 'deltagare', seed: i + 1, from: '2022-01-01', until: '2025-06-01' }).facts,
  );
  const facts = cases.reduce((sum, c) => sum + c.length, 0) / cases.length;
  const folds = await timed(1000, (i) =>
    fold('deltagare', cases[i % cases.length], { registry, book, asOf: '2025-06-01' }),
  );
  line(
    `fold of a whole case, ${registry.of('deltagare').length} processes, ${facts.toFixed(0)} facts on average`,
    folds,
    `${((1000 * facts) / (folds.sum / 1000)).toFixed(0)} facts/s`,
  );
  console.log();
}
