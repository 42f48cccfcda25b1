/** Words that can be read in more than one way: the law file that describes the readings also chooses, in every wording. */
import { changed, load, refusal, removeFolders } from './fixture.js';

afterEach(removeFolders);

const LAW = 'law/sfs-2001-1.yaml';
const WAIT = `      wait:
        - { since: 2001-01-01, days: 10 }
        - { since: 2010-01-01, days: 20 }
`;
const readings = (options: string, chosen: string) =>
  changed(
    LAW,
    WAIT,
    `${WAIT}      day:
        - { since: 2001-01-01, choice: A }
        - { since: 2010-01-01, ${chosen} }
    readings:
      day:
        question: Vilken dag?
        options: ${options}
`,
  );

test('readings with a choice in every wording are read', () => {
  const { book } = load(readings('{ A: Samma dag., B: Dagen före. }', 'unknown: ej läst, assume: { choice: B }'));
  expect(book.find('2001:1 1 §').provision.readings).toEqual({
    day: { question: 'Vilken dag?', options: { A: 'Samma dag.', B: 'Dagen före.' } },
  });
});

test('a choice that no reading describes is refused with those that are', () => {
  expect(refusal(readings('{ A: Samma dag., B: Dagen före. }', 'choice: C'))).toContain(
    'Läsningen «C» är ingen av A, B — The reading “C” is none of A, B',
  );
});

test('a wording without a choice is refused', () => {
  expect(refusal(readings('{ A: Samma dag. }', 'days: 3'))).toContain('Läsningen «–» är ingen av A');
});

test('readings that no value chooses among are refused', () => {
  const alone = '    readings:\n      day:\n        question: Vilken dag?\n        options: { A: Samma dag. }\n';
  expect(refusal(changed(LAW, '    deadline:', `${alone}    deadline:`))).toContain(
    'Inget värde väljer läsning här — No value chooses among these readings',
  );
});

test('a reading without words is refused', () => {
  expect(refusal(readings("{ A: Samma dag., B: '' }", 'choice: B'))).toContain('«B» ska vara en text');
});
