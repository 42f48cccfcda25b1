/** Bad input fails `etapp verify` with the file, the line or the state, and what to do about it. */
import { run } from '../../../src/commands/run.js';
import type { Library } from '../../../src/library/library.js';
import { changed, load, removeFolders } from '../../library/fixture.js';
import { evidence, example, sound, step, waiting } from '../../machines/broken-machine.js';

afterAll(removeFolders);

async function verified(options: { load: () => Library } | { library: Library }, ...more: string[]) {
  const written = { out: '', err: '' };
  const status = await run(['verify', ...more], {
    stdout: { write: (text) => (written.out += text) },
    stderr: { write: (text) => (written.err += text) },
    env: {},
    ...options,
  });
  const plain = (text: string) => text.replace(/\s+/g, ' ');
  return { status, out: plain(written.out), err: plain(written.err) };
}

const folder = (file: string, from: string, to: string) => ({ load: () => load(changed(file, from, to)) });
const machine = (given: ReturnType<typeof evidence>) => ({ library: { ...given, problems: [] } as unknown as Library });

const LAW = 'law/sfs-2001-1.yaml';
const TEXTS = 'processes/prov/texts.sv.yaml';
const EXAMPLES = 'processes/prov/examples.yaml';

test.each([
  [
    'a state without words',
    folder(TEXTS, '  klar: { title: Klar }\n', ''),
    'machines/processes/prov/texts.sv.yaml:3 Tillståndet «klar» saknar text; skriv den under states.',
  ],
  [
    'a missing example file',
    { load: () => load({ [EXAMPLES]: undefined }) },
    'machines/processes/prov/examples.yaml:1 Filen saknas.',
  ],
  [
    'a citation with a typing error',
    folder(EXAMPLES, 'cites: [2001:1 1 §, R1]', 'cites: [2001:1 11 §]'),
    'machines/processes/prov/examples.yaml:3 Bestämmelsen «2001:1 11 §» finns inte. Menade du «2001:1 1 §»?',
  ],
  [
    'overlapping wordings',
    folder(LAW, '{ since: 2001-01-01, days: 10 }', '{ since: 2001-01-01, until: 2010-05-01, days: 10 }'),
    'machines/law/sfs-2001-1.yaml:12 Tiden överlappar den som börjar 2001-01-01; äldst ska stå först.',
  ],
  [
    'a fact with a code outside its list',
    folder(EXAMPLES, 'data: { vag: brev }', 'data: { vag: brv }'),
    'machines/processes/prov/examples.yaml:6 «vag» ligger utanför faktats schema; skriv brev | besok.',
  ],
  [
    'a fact without data that it must have',
    folder(EXAMPLES, ', data: { vag: brev }', ''),
    'machines/processes/prov/examples.yaml:6 Fältet «vag» saknas; skriv brev | besok.',
  ],
  [
    'a fact with a field that it has not',
    folder(EXAMPLES, 'data: { vag: brev }', 'data: { vag: brev, namn: x }'),
    'machines/processes/prov/examples.yaml:6 Faktat har inget fält «namn»; det har vag.',
  ],
])('%s ends with 2, before any proof', async (_, options, says) => {
  const { status, out, err } = await verified(options);
  expect(err).toContain(says);
  expect({ status, out }).toEqual({ status: 2, out: '' });
});

test.each([
  [
    'a machine without owner',
    evidence({ ...sound, states: { ...sound.states, vantarPaProv: { on: { 'prov.gjort': 'klart' } } } }),
    'prov: vantarPaProv säger varken vem som väntas eller vad som väcker det. Skriv owner och awaits, eller dormant och wakes, i meta i machines/processes/prov/process.ts.',
  ],
  [
    'a machine without example',
    { ...evidence(sound), examples: [{ process: 'prov', examples: [] }] },
    'prov: inget exempel går vantarPaProv på prov.gjort. Skriv ett exempel som går den vägen i machines/processes/prov/examples.yaml.',
  ],
  [
    'a ground that is not in force',
    evidence(waiting({ basis: '2017:820 13 e §' })),
    'prov: vantarPaProv vilar på 2017:820 13 e §, som inte gäller 2018-01-01. Byt grund, eller ge vägen dit ett villkor inForce, i machines/processes/prov/process.ts.',
  ],
  [
    'a ground with a typing error',
    evidence(waiting({ basis: '2013:156 44 §' })),
    'Menade du «2013:156 4 §»? Rätta hänvisningen i machines/processes/prov/process.ts',
  ],
  [
    'a date function that throws',
    evidence(waiting({ ...step, deadline: { by: 'slut' } }), {
      dates: {
        slut: () => {
          throw new Error('Delat med noll.');
        },
      },
    }),
    'prov: vantarPaProv: datumet slut går inte att räkna ut 2018-01-01: Delat med noll. Rätta dates i machines/processes/prov/process.ts, eller lagen i machines/law.',
  ],
  [
    'an example that the schema refuses',
    {
      ...evidence(sound),
      examples: [
        {
          process: 'prov',
          examples: [{ ...example, steps: [{ fact: 'prov.gjort', on: '2024-03-01', data: { x: 1 } }] } as never],
        },
      ],
    },
    'exemplet ett håller inte: 2024-03-01 prov.gjort avvisades: invalid-data x: unknown (no data).',
  ],
])('%s ends with 4 and names the state, the file and the remedy', async (_, given, says) => {
  const { status, out } = await verified(machine(given));
  expect(out).toContain(says);
  expect(status).toBe(4);
});

test('with --json a folder that cannot be read is one problem document', async () => {
  const { status, out } = await verified(folder(TEXTS, '  klar: { title: Klar }\n', ''), '--json');
  expect(status).toBe(2);
  expect(JSON.parse(out)).toMatchObject({
    slug: 'wrong-usage',
    errors: [{ file: 'machines/processes/prov/texts.sv.yaml', line: 3 }],
  });
});
