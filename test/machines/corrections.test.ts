/** Why facts are corrected. The codes lie in the logs of cases for ever. */
import { library } from '../support/law.js';

const { reasons, unstated } = library.corrections;

test('no reason that has been used goes away: retire one by changing its words, never its code', () => {
  expect(Object.keys(reasons)).toEqual(
    expect.arrayContaining([
      ...['fel-dag', 'fel-innehall', 'fel-arende', 'fel-part', 'skedde-inte', 'dubbelt', 'nytt-besked', 'omprovat'],
      ...['rattelsen-var-fel', 'ej-angivet'],
    ]),
  );
});

test('every code is one that the API takes, and the one for no reason is among them', () => {
  for (const code of Object.keys(reasons)) expect(code).toMatch(/^[a-z][a-z-]{0,39}$/);
  expect(reasons[unstated]).toBeDefined();
});

test('no two reasons say the same', () => {
  for (const language of ['sv', 'en'] as const) {
    const said = Object.values(reasons).map((reason) => reason[language]);
    expect(new Set(said).size).toBe(said.length);
  }
});
