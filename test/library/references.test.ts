/** What a file names must exist elsewhere: steps, units, bodies, facts, citations, examples, and words for everything. */
import { loadAgreement } from '../../src/library/library.js';
import { agreement, changed, load, machinesWith, refusal, removeFolders } from './fixture.js';

afterEach(removeFolders);

const LOK = 'agreements/prov/2020-lok.yaml';
const EXAMPLES = 'processes/prov/examples.yaml';

/** What the agreement with this change is left out for. */
const problem = (from: string, to: string) =>
  load(changed(LOK, from, to)).problems.map(
    ({ line, problem, nearest }) => `${line} ${problem.sv}${nearest ? ` → ${nearest}` : ''}`,
  );

test.each([
  ['step: prov/vantarPaProv', 'step: prov/vantarPaPrv', '14 Steget «prov/vantarPaPrv» finns inte → prov/vantarPaProv'],
  ['who: provenheten', 'who: provenhten', '16 Enheten «provenhten» finns inte → provenheten'],
  ['who: provenheten', 'who: provenheten\n    with: [provenheten, okand]', '17 Enheten «okand» finns inte'],
  ['convener: provenheten', 'convener: nagon-annan-an', '11 Enheten «nagon-annan-an» finns inte'],
  ['body: forum', 'body: forumet', '19 Samverkansforumet «forumet» finns inte → forum'],
  ['from: prov.anmalt', 'from: prov.anmald', '20 Faktat «prov.anmald» finns inte → prov.anmalt'],
  ['when: { vag:', 'when: { vagg:', '15 Attributet «vagg» finns inte → vag'],
  ['[brev]', '[brev, brrv]', '15 Värdet «brrv» finns inte → brev'],
  ['    step: prov/vantarPaProv\n', '', '13 Klausulen hör varken till ett steg, ett utbyte eller en aktivitet'],
  ['{ weeks: 2 }', '{ weeks: 2, days: 1 }', '20 En tid anges i en enda enhet'],
  [
    'says: Två veckor.',
    'says: Skriv till fornamn.efternamn@example.org',
    '20 Här står en e-postadress; skriv roll eller funktion, aldrig en person',
  ],
])('an agreement that says «%s» as «%s» is left out', (from, to, expected) => {
  expect(problem(from, to)).toEqual([expected]);
});

test('a condition that is neither a text nor a list is refused and nothing else falls', () => {
  expect(problem('[brev]', '{ brev: 1 }')).toEqual(['15 «vag» ska vara en text eller en lista av texter']);
});

test('an agreement names parties by their own names', () => {
  expect(problem('party: kommun', 'party: komun')).toEqual([
    expect.stringMatching(/^9 «party» är «komun» men ska vara något av: enskild, .* → kommun$/),
  ]);
});

test('two clauses never share an id', () => {
  const twice = `  - { id: K1, step: prov/vantarPaProv, points: {} }\ndevelopment_areas: []`;
  expect(problem('development_areas: []', twice)).toEqual(['21 Beteckningen «K1» finns redan']);
});

test('a single agreement loads by itself, or tells everything that is wrong with it', () => {
  const { registry } = load();
  const path = (content: string) => `${machinesWith({ [LOK]: content })}/${LOK}`;
  expect(loadAgreement(path(agreement), { registry }).id).toBe('prov/2020-lok');
  expect(() => loadAgreement(path(agreement.replace('kind: LOK', 'kind: LOKK')), { registry })).toThrow(
    'Menade du «LOK»?',
  );
});

test('a requirement names steps that exist', () => {
  expect(refusal(changed('agreements/requirements.yaml', '[prov/vantarPaProv]', '[prov/vantar]'))).toContain(
    'Steget «prov/vantar» finns inte',
  );
});

test.each([
  ['facts: [prov.gjord]', 'Faktat «prov.gjord» finns inte', 'prov.gjort'],
  ['processes: [prv]', 'Processen «prv» finns inte', 'prov'],
  ['dates: [prov/sistDag]', 'Datumet «prov/sistDag» finns inte', 'prov/sistaDag'],
  ['examples: [prov/frst]', 'Exemplet «prov/frst» finns inte', 'prov/forst'],
  ['left_to: [agrement]', '«left_to» är «agrement»', 'agreement'],
  ['proofs: [varje exempel håler]', '«proofs» är «varje exempel håler»', 'varje exempel håller'],
])('a requirement that says «%s» is told so', (field, problem, nearest) => {
  const told = refusal(changed('agreements/requirements.yaml', 'steps: [prov/vantarPaProv]', field));
  expect(told).toContain(`machines/agreements/requirements.yaml:10  ${problem}`);
  expect(told).toContain(`Menade du «${nearest}»?`);
});

test('a reminder is set only for a step that somebody owes', () => {
  expect(refusal(changed('reminders.yaml', 'prov/vantarPaProv', 'prov/klar'))).toContain(
    'machines/reminders.yaml:7  Steget «prov/klar» finns inte',
  );
});

test.each([
  ['step: prov/vantarPaProv', 'step: prov/vantarPaPrv', ':12  Steget «prov/vantarPaPrv» finns inte'],
  ['step: prov/vantarPaProv', 'step: prov/klar', ':12  Steget «prov/klar» finns inte'],
  ['annan/vantarPaAnnat, party', 'annan/vantarPaAnat, party', 'Menade du «annan/vantarPaAnnat»?'],
  ['[prov/sistaDag]', '[prov/sistDag]', ':14  Datumet «prov/sistDag» finns inte'],
  ['sources: [2001:1 1 §, R1]', 'sources: [2001:1 2 §, R1]', ':9  Bestämmelsen «2001:1 2 §» finns inte'],
  ['party: kommun, kind: hard', 'party: enskild, kind: hard', ':12  «enskild» står inte bland dem som är skyldiga'],
  ['party: kommun, kind: hard', 'party: kommun, kind: soft', ':12  Tidens slag «soft» står inte bland skyldighetens'],
  ['party: kommun, kind: hard', 'party: komun, kind: hard', 'Menade du «kommun»?'],
  ['number: 1\n', 'number: 0\n', ':3  «number» är «0»'],
])('an obligation that says «%s» as «%s» is refused', (from, to, expected) => {
  expect(refusal(changed('obligations.yaml', from, to))).toContain(expected);
});

test.each([
  ['cites: [2001:1 1 §, R1]', 'cites: [2001:1 2 §]', ':3  Bestämmelsen «2001:1 2 §» finns inte'],
  [
    'after: prov/forst',
    'after: prov/frst',
    ':12  Exemplet «prov/frst» finns inte — There is no example “prov/frst”. Menade du «prov/forst»?',
  ],
  ['cites: [2001:1 1 §, R1]', 'cites: []\n  after: prov/sedan', 'Exemplet «forst» kommer till slut efter sig självt'],
  ['fact: prov.gjort', 'fact: prov.gjord', ':14  Faktat «prov.gjord» finns inte'],
  ['state: vantarPaProv', 'state: vantarPaProvet', ':8  Tillståndet «prov/vantarPaProvet» finns inte'],
  ['agreement: prov/2020-lok', 'agreement: prov/2019-lok', ':4  Överenskommelsen «prov/2019-lok» finns inte'],
  ['id: sedan', 'id: forst', ':9  Exemplet «forst» finns redan'],
  ['on: 2020-02-03 }', 'on: 2020-02-31 }', ':14  «on» är «2020-02-31» men ska vara en dag som finns'],
  ['{ fact: prov.gjort,', '{ fact: prov.gjort, refuse: x,', ':14  Fältet «refuse» finns inte här'],
])('an example that says «%s» as «%s» is refused', (from, to, expected) => {
  expect(refusal(changed(EXAMPLES, from, to))).toContain(expected);
});

test.each(['sv', 'en'])('everything that a process shows has words, in %s too', (language) => {
  const TEXTS = `processes/prov/texts.${language}.yaml`;
  const without = (from: string, to = '') => refusal(changed(TEXTS, from, to));
  expect(without('  klar: { title: Klar }\n')).toContain('Tillståndet «klar» saknar text');
  expect(without('  prov.gjort: { label: Gjort }\n')).toContain('Faktat «prov.gjort» saknar text');
  expect(without('time_facts: { tiden.ute: Tiden är ute }\n')).toContain('Tidsfaktat «tiden.ute» saknar text');
  expect(without('dates: { sistaDag: Sista dag }\n')).toContain('Datumet «sistaDag» saknar text');
  expect(without('galler: Gäller inte.')).toContain('Villkoret «galler» saknar text');
  expect(without('fields: { vag: Väg }, ')).toContain('Fältet «vag» saknar text');
  expect(without('besok: Besök')).toContain('Koden «besok» saknar text');
  expect(without(', action: Gör provet')).toContain('behöver en uppmaning (action)');
  expect(without('sistaDag: Sista dag', 'sistaDag: Sista dag, sistDag: x')).toContain(
    `texts.${language}.yaml:11  Datumet «sistDag» finns inte`,
  );
  expect(refusal({ [TEXTS]: undefined })).toBe(`machines/${TEXTS}:1  Filen saknas — The file is missing.`);
});
