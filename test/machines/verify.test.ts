/** The proofs that `etapp verify` runs, over the real machines; and that each proof can fail. */
import { verifyAll } from '../../src/proofs/all-proofs.js';
import { library } from '../support/law.js';

const report = verifyAll(library);

test.each(report.proofs.map((proof) => [proof.name, proof] as const))('%s', (_, proof) => {
  expect(proof.counterexamples).toEqual([]);
  expect(proof.checked).toBeGreaterThan(0);
});

test('the proofs have looked at every process', () => {
  expect(report.ok).toBe(true);
  expect(report.coverage.states).toBe(library.registry.states.size);
  expect(report.coverage.examples).toBeGreaterThan(library.registry.processes.length);
});
