/**
 * Every requirement of the support document has an answer: something in the machines, or somebody to whom it is left.
 * If one has neither, an agreement or a coordinator relies on something that nobody does.
 */
import { isStep } from '../../machines/grammar/index.js';
import { metBy } from '../../src/docs/requirement-met.js';
import { requirementsPage } from '../../src/docs/requirements-page.js';
import { library, registry, requirements } from '../support/law.js';

const all = Object.entries(requirements.requirements);

test('the requirements are R1 to R67, each with a row', () => {
  expect(all.map(([id]) => id)).toEqual(Array.from({ length: 67 }, (_, i) => `R${i + 1}`));
  const { content } = requirementsPage(library);
  const rows = content.split('\n').filter((line) => /^\| R\d+ \|/.test(line));
  expect(rows).toHaveLength(all.length);
  // What meets it, and what is left: one of the two cells says something.
  const bare = rows.filter((row) => row.split(' | ').slice(5, 7).join('').trim() === '');
  expect(bare).toEqual([]);
});

test.each(all)('%s is met by the machines or says to whom it is left, and why', (id, requirement) => {
  const { left_to: left = [], note, kind } = requirement;
  const ofMachines = kind.some((one) => ['state', 'event', 'reminder'].includes(one));
  const met = metBy(library, id, requirement).length > 0;
  expect({ id, answered: met || left.length > 0 }).toEqual({ id, answered: true });
  if (left.length > 0) expect(note).toBeDefined();
  // A state, an event or a reminder is met by a machine, or the agreement or the reader keeps it.
  if (ofMachines && !met) expect(left.some((one) => one !== 'report')).toBe(true);
});

test('what an agreement itself must hold is asked for in a step', () => {
  const unasked = all.filter(([, r]) => r.red_line && !r.every_step && !r.steps?.length).map(([id]) => id);
  expect(unasked).toEqual([]);
});

test('steps that requirements name are owed by somebody', () => {
  const resting = all.flatMap(([id, { steps = [] }]) =>
    steps.filter((key) => !isStep(registry.states.get(key)?.meta)).map((key) => `${id} ${key}`),
  );
  expect(resting).toEqual([]);
});
