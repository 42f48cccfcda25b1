/**
 * Remembered steps replace XState's public transition functions. If it ever differed from them, every position that
 * Etapp shows could be wrong without any other test noticing.
 */
import fc from 'fast-check';
import { initialTransition, transition } from 'xstate';
import { initial, step } from '../../src/engine/machine.js';
import { sampleEvents } from '../../src/engine/samples.js';
import { book, registry } from '../support/law.js';
import { runs } from '../support/properties.js';

const editions = registry.processes.flatMap((process) =>
  process.editions.map((edition) => [`${process.id} since ${edition.since}`, process, edition] as const),
);

describe.each(editions)('%s', (_, process, { machine }) => {
  const samples = sampleEvents(process, '2024-03-01', book);

  test('takes the same way as the public functions, whatever facts come', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(samples.length - 1), { maxLength: 25 }), (picks) => {
        let [oracle] = initialTransition(machine);
        let own = initial(machine);
        for (const pick of picks) {
          const event = samples[pick]!;
          const expected = oracle.status === 'active' && oracle.can(event);
          if (expected) [oracle] = transition(machine, oracle, event);
          const result = step(machine, own, event);
          own = result.to;
          expect(result.heard).toBe(expected);
          expect(own.status).toBe(oracle.status);
          expect(machine.getPersistedSnapshot(own)).toEqual(machine.getPersistedSnapshot(oracle));
        }
      }),
      runs(200),
    );
  });
});
