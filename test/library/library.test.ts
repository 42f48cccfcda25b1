/** The library as a whole: it lists everything that is wrong at once, and what it hands out can be trusted. */
import { agreement, changed, load, refusal, removeFolders } from './fixture.js';
import { loadLibrary } from '../../src/library/library.js';
import { machinesFolder, packageRoot } from '../../src/library/package-root.js';

afterEach(removeFolders);

test('a sound folder loads with nothing to remark on', () => {
  const library = load();
  expect(library.problems).toEqual([]);
  expect(library.agreements.map(({ id }) => id)).toEqual(['prov/2020-lok']);
  expect(library.book.deadline('2001:1 1 §', '2020-01-01').period.entry.weeks).toBe(3);
  expect(library.texts.en.prov?.states.vantarPaProv?.action).toBe('Gör provet');
  expect(library.examples.map(({ process, examples }) => [process, examples.length])).toEqual([['prov', 2]]);
  expect(library.vagueWords).toEqual(['snarast']);
  expect(library.reminders.steps['prov/vantarPaProv']?.before).toEqual([2]);
});

test('everything that is wrong is listed at once, each with its file', () => {
  const message = refusal({
    ...changed('law/sfs-2001-1.yaml', 'kind: hard', 'kind: hrad'),
    ...changed('processes/prov/texts.en.yaml', 'name: Prov\n', ''),
    'reminders.yaml': undefined,
  });
  expect(message.split('\n').map((line) => line.split('  ')[0])).toEqual([
    'machines/law/sfs-2001-1.yaml:14',
    'machines/processes/prov/texts.en.yaml:1',
    'machines/reminders.yaml:1',
  ]);
});

test('one broken agreement does not stop the others', () => {
  const library = load({
    'agreements/prov/2021-lok.yaml': agreement
      .replace('2020-lok', '2021-lok')
      .replace('who: provenheten', 'who: provenhetn'),
    'agreements/prov/2022-lok.yaml': 'id: [',
  });
  expect(library.agreements.map(({ id }) => id)).toEqual(['prov/2020-lok']);
  expect(library.problems.map(({ file }) => file)).toEqual(
    expect.arrayContaining(['machines/agreements/prov/2021-lok.yaml', 'machines/agreements/prov/2022-lok.yaml']),
  );
});

test('of two agreements with one id the first by file name counts and the other is reported', () => {
  const library = load({ 'agreements/prov/2021-lok.yaml': agreement });
  expect(library.agreements).toHaveLength(1);
  expect(library.problems).toMatchObject([{ file: 'machines/agreements/prov/2021-lok.yaml', line: 1, path: 'id' }]);
});

test('nothing that is handed out can be changed', () => {
  const library = load();
  expect(() => (library.agreements as unknown[]).push(1)).toThrow(TypeError);
  expect(() => Object.assign(library.book.statutes[0]?.provisions['1 §'] ?? {}, { says: 'x' })).toThrow(TypeError);
  expect(() => Object.assign(library.requirements.requirements.R1 ?? {}, { says: 'x' })).toThrow(TypeError);
});

test('the version is that of the content, and changes with any of it', () => {
  const version = load().version;
  expect(version).toMatch(/^[0-9a-f]{12}$/);
  expect(load().version).toBe(version);
  expect(load(changed('reminders.yaml', '[2]', '[3]')).version).not.toBe(version);
});

test('a folder without law is refused and not taken for a country without law', () => {
  expect(refusal({ 'law/sfs-2001-1.yaml': undefined })).toBe(
    'machines/law:1  Mappen har ingen författning — The folder holds no statute.',
  );
});

test('the package is found from wherever the library lies', () => {
  expect(machinesFolder()).toBe(`${packageRoot()}/machines`);
  expect(packageRoot(`${packageRoot()}/docs/reference`)).toBe(packageRoot());
  expect(() => packageRoot('/')).toThrow('No package.json');
});

test('the real law, agreements, texts and examples load, and no agreement has a problem', () => {
  expect(loadLibrary().problems).toEqual([]);
});
