/** Every example as a whole case, on its last day: one way through the machines that somebody has thought through. */
import type { PlainDate } from '../../../machines/grammar/index.js';
import type { Example } from '../example.js';
import { type CasePosition, fold } from '../fold.js';
import { oncePer } from '../once.js';
import { factsAfter } from '../run-example.js';
import type { Evidence } from '../verify/proof.js';

export type ExampleEvidence = Pick<Evidence, 'registry' | 'book' | 'examples'>;

export interface ExampleCase {
  process: string;
  example: Example;
  position: CasePosition;
}

/** The cases of the examples, those without a day left out. */
export const exampleCases = oncePer(({ examples }: ExampleEvidence) => examples, casesOf);

function casesOf({ registry, book, examples }: ExampleEvidence): ExampleCase[] {
  const all = examples.flatMap(({ process, examples: own }) => own.map((example) => ({ process, example })));
  const byId = new Map<string, Example>(all.map(({ process, example }) => [`${process}/${example.id}`, example]));
  const context = { registry, book, find: (id: string) => byId.get(id) };
  return all.flatMap(({ process, example }) => {
    const asOf = lastDay(example);
    if (!asOf) return [];
    const subject = registry.process(process)?.subject ?? 'deltagare';
    const facts = factsAfter(`${process}/${example.id}`, context);
    return [{ process, example, position: fold(subject, facts, { registry, book, asOf }) }];
  });
}

const lastDay = ({ steps }: Example): PlainDate | undefined =>
  steps
    .map((step) => ('fact' in step ? step.on : step.then))
    .sort()
    .at(-1);
