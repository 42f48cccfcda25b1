/**
 * With the command line alone a participant in Tingsryd is taken from permit to exit, on every way there is, and
 * `etapp next` names the right party, date and ground on every day that the example asks about. If this broke, the
 * product would not do what it exists for, whatever its parts do.
 */
import type { Example, ThenStep } from '../../src/engine/example.js';
import type { NextActionsPage } from '../../src/next-actions/question.js';
import { library } from '../support/law.js';
import { clearDesks, desk } from '../features/cli/etapp.js';

const journeys = library.examples
  .flatMap(({ examples }) => examples)
  .filter(({ id }) => id.startsWith('resa-'))
  .map((example): [string, Example] => [example.name, example]);

test('the six ways out are told as examples', () => {
  expect(journeys.map(([, { id }]) => id)).toEqual([
    ...['resa-standard', 'resa-utbildningsplikt', 'resa-intensivar'],
    ...['resa-aterintrade', 'resa-aterkallelse', 'resa-fonster'],
  ]);
});

describe.each(journeys)('%s', (_, { steps }) => {
  const here = desk({ day: '2026-11-21' });
  afterAll(clearDesks);

  test('goes from the permit to the exit by recording facts only', async () => {
    const { id } = await here.json<{ id: string }>('open', '--subject', 'deltagare', '--kommun', '0763');
    for (const step of steps) {
      if ('then' in step) await owedAsTold(id, step);
      else {
        const data = JSON.stringify(step.data ?? {});
        const answer = await here.etapp('record', id, step.fact, '--on', step.on, '--data', data);
        expect([step.fact, answer.status]).toEqual([step.fact, step.refused ? 3 : 0]);
      }
    }
    const last = steps.findLast((step) => 'fact' in step && step.fact === 'program.avslutat');
    expect(last).toBeDefined();
    const { positions } = await here.json<{ positions: { process: string; status: string }[] }>('case', id);
    expect(positions.find(({ process }) => process === 'etableringsprogrammet')?.status).toBe('final');
  }, 120_000);

  async function owedAsTold(id: string, { then, owed = [] }: ThenStep): Promise<void> {
    const { actions } = await here.json<NextActionsPage>('next', '--case', id, '--as-of', then);
    for (const told of owed) {
      const found = actions.find(({ process, state }) => process === told.process && state === told.state);
      const { party, due, basis } = { ...found };
      const wanted = {
        party: told.party ?? party,
        due: told.due === undefined ? due : told.due,
        basis: told.basis ?? basis,
      };
      expect({ on: then, state: told.state, party, due, basis }).toEqual({ on: then, state: told.state, ...wanted });
    }
  }
});
