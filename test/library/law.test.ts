/** A wrong law file names its line, what stands there and what could. */
import { changed, refusal, removeFolders, statute } from './fixture.js';

afterEach(removeFolders);

const LAW = 'law/sfs-2001-1.yaml';
const broken = (from: string, to: string) => refusal(changed(LAW, from, to));

test('a word outside a closed list names file, line and the nearest valid one', () => {
  expect(broken('kind: hard', 'kind: hrad')).toBe(
    'machines/law/sfs-2001-1.yaml:14  «kind» är «hrad» men ska vara något av: hard, soft, practice — “kind” is “hrad” but must be one of: hard, soft, practice. Menade du «hard»? (did you mean “hard”?)',
  );
});

test('an unknown field is refused with the nearest known one', () => {
  expect(broken('rolls: true', 'rols: true')).toContain(
    'machines/law/sfs-2001-1.yaml:15  Fältet «rols» finns inte här — There is no field “rols” here. Menade du «rolls»? (did you mean “rolls”?)',
  );
});

test('a field that is missing is named', () => {
  expect(broken('      rolls: true\n', '')).toContain(
    '«rolls» saknas; det ska vara true eller false — “rolls” is missing; it must be true or false',
  );
});

test('a day that does not exist is refused', () => {
  expect(broken('since: 2010-01-01', 'since: 2010-02-30')).toContain(
    'machines/law/sfs-2001-1.yaml:12  «since» är «2010-02-30» men ska vara en dag som finns',
  );
});

test('wordings of one value never overlap', () => {
  expect(broken('since: 2010-01-01', 'since: 2001-01-01')).toContain(
    'machines/law/sfs-2001-1.yaml:12  Tiden överlappar den som börjar 2001-01-01',
  );
  expect(broken('days: 10', 'until: 2010-01-01, days: 10')).toContain(':12  Tiden överlappar');
});

test('a last day is not before the first', () => {
  expect(broken('days: 10', 'until: 2000-01-01, days: 10')).toContain(':11  Sista dagen är före den första');
});

test('a value holds exactly one amount', () => {
  expect(broken('days: 10', 'days: 10, weeks: 2')).toContain(':11  Här står flera värden: days, weeks');
  expect(broken(', days: 10', '')).toContain(':11  Här saknas ett värde');
  expect(broken('days: 10', 'unknown: ej läst, days: 10')).toContain(':11  Här står flera värden: unknown, days');
});

test('only what is unknown can be assumed, and with exactly one amount', () => {
  expect(broken('days: 10', 'days: 10, assume: { days: 10 }')).toContain('Bara det som är okänt (unknown) kan antas');
  expect(broken('days: 10', 'unknown: ej läst, assume: { }')).toContain(':11  Här saknas ett värde');
});

test('a deadline is a length of time, or says why there is none', () => {
  expect(broken('weeks: 3', 'percent: 3')).toContain('En tidsgräns kan inte räknas i «percent»');
  expect(broken('days: 10', 'none: skäl')).toContain('«none» hör bara till en tidsgräns');
});

test('a provision that no step rests on says why, from a closed list and in a sentence', () => {
  const without = (fields: string) => broken('deadline:\n', `without_step: { ${fields} }\n    deadline:\n`);
  expect(without('reason: sekretes, because: Den binder andra.')).toContain('Menade du «sekretess»?');
  expect(without('reason: sekretess')).toContain('«because» saknas');
});

test('a provision is named as citations name it', () => {
  expect(broken('  1 §:', '  § 1:')).toContain(':7  «§ 1» ska skrivas som «20 kap. 29 § 3 st»');
});

test('a table that is a list, and a list that is a table, are refused', () => {
  expect(refusal({ [LAW]: `${statute.split('provisions:')[0]}provisions: []\n` })).toContain(
    '«provisions» är «[]» men ska vara namn med värden',
  );
  expect(
    broken(
      '        - { since: 2001-01-01, days: 10 }\n        - { since: 2010-01-01, days: 20 }\n',
      '        days: 10\n',
    ),
  ).toContain(':10  «wait» ska vara en lista');
});

test('one statute stands in one file', () => {
  expect(refusal({ 'law/sfs-2001-2.yaml': statute })).toBe(
    'machines/law/sfs-2001-2.yaml:1  Författningen «2001:1» finns redan — There already is a statute “2001:1”.',
  );
});
