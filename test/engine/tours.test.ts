/** The histories that are generated to walk every branch: complete, deterministic, and accepted by the fold as they are. */
import type { Process, Subject } from '../../machines/grammar/index.js';
import { fold } from '../../src/engine/fold.js';
import { branches, branchKey } from '../../src/engine/machine.js';
import { exploreAll } from '../../src/engine/space/spaces.js';
import { tours } from '../../src/engine/tours/tours.js';
import { exampleCases } from '../../src/engine/law-use/example-cases.js';
import { book, library, registry } from '../support/law.js';

const examples = exampleCases(library);
const { spaces } = exploreAll({ registry, book });
const subjects: Subject[] = ['deltagare', 'overenskommelse', 'utbildningsplan'];

describe.each(subjects.filter((subject) => registry.of(subject).length > 0))('%s', (subject) => {
  const generated = tours({ registry, book, subject, spaces, examples });

  test('every branch of every process is walked by some history', () => {
    expect(generated.unwalked).toEqual([]);
    const declared = registry
      .of(subject)
      .flatMap((process: Process) => process.editions.flatMap(({ machine }) => branches(machine)));
    const walked = new Set(
      generated.tours.flatMap(({ position }) =>
        position.applied.flatMap(({ moves }) =>
          moves.flatMap(({ process, taken }) => taken.map((branch) => `${process} ${branchKey(branch)}`)),
        ),
      ),
    );
    expect(walked.size).toBeLessThanOrEqual(declared.length);
    expect(generated.walked).toBe(walked.size);
  });

  test('the fold accepts every fact of every history', () => {
    for (const { facts, position } of generated.tours) {
      const folded = fold(subject, facts, { registry, book, asOf: position.asOf });
      expect(folded.misfits).toEqual([]);
      expect(folded.positions.map(({ snapshot }) => JSON.stringify(snapshot.value))).toEqual(
        position.positions.map(({ snapshot }) => JSON.stringify(snapshot.value)),
      );
    }
  });

  test('the same machines give the same histories', () => {
    const again = tours({ registry, book, subject, spaces, examples });
    expect(again.tours.map(({ facts }) => facts)).toEqual(generated.tours.map(({ facts }) => facts));
  });
});
