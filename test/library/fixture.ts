/** A small machines folder of its own: one process, one statute, one agreement. Files can be replaced or left out. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setup } from 'xstate';
import {
  code,
  defineFacts,
  defineProcess,
  type FactEvent,
  inForce,
  limit,
  type Meta,
  type Process,
} from '../../machines/grammar/index.js';
import { type Library, LibraryError, loadLibrary } from '../../src/library/library.js';

const facts = defineFacts({
  'prov.anmalt': { by: ['enskild'], data: { vag: code('brev', 'besok') }, attributes: ['vag'] },
  'prov.gjort': { by: ['kommun'], data: {} },
});

const machine = setup({
  types: { context: {}, events: {} as FactEvent<typeof facts> | { type: 'tiden.ute' }, meta: {} as Meta },
  guards: { iTid: limit({}, {}) as never, galler: inForce('2001:1 1 §') as never },
}).createMachine({
  id: 'prov',
  initial: 'vilande',
  context: {},
  states: {
    vilande: { meta: { dormant: true, wakes: ['prov.anmalt'] }, on: { 'prov.anmalt': 'vantarPaProv' } },
    vantarPaProv: {
      meta: {
        owner: 'kommun',
        basis: '2001:1 1 §',
        deadline: { by: 'sistaDag' },
        awaits: ['prov.gjort'],
        clock: { 'tiden.ute': 'sistaDag' },
      },
      on: { 'prov.gjort': 'klar', 'tiden.ute': 'klar' },
    },
    klar: { type: 'final' },
  },
});

const prov: Process = defineProcess({
  id: 'prov',
  subject: 'deltagare',
  editions: [{ since: '2018-01-01', basis: '2001:1 1 §', machine }],
  facts,
  dates: { sistaDag: () => undefined },
  samples: [],
});

export const agreement = `id: prov/2020-lok
kind: LOK
kommun: { code: '9999', name: Provkommun }
title: Provöverenskommelse
valid: { from: 2020-01-01, to: null }
status: valid
source: { title: Prov }
units:
  - { id: provenheten, party: kommun, name: Provenheten, tier: active }
bodies:
  - { id: forum, name: Forum, convener: provenheten }
clauses:
  - id: K1
    step: prov/vantarPaProv
    when: { vag: [brev] }
    who: provenheten
    points:
      P4: { wording: exact, says: Enheten gör provet. }
      P5: { body: forum, wording: exact, says: Forum. }
    deadline: { wording: exact, within: { weeks: 2 }, from: prov.anmalt, says: Två veckor. }
development_areas: []
attachments: []
defects: []
`;

const texts = `name: Prov
about: Ett prov.
states:
  vilande: { title: Vilar }
  vantarPaProv: { title: Väntar på prov, action: Gör provet }
  klar: { title: Klar }
facts:
  prov.anmalt: { label: Anmält, fields: { vag: Väg }, values: { vag: { brev: Brev, besok: Besök } } }
  prov.gjort: { label: Gjort }
time_facts: { tiden.ute: Tiden är ute }
dates: { sistaDag: Sista dag }
guards: { iTid: Inte i tid., galler: Gäller inte. }
`;

const reviewTexts = `name: Granskning
about: En uppgift granskas.
states:
  vantarPaGranskning: { title: Stämmer inte, action: Granska }
facts: {}
`;

const point = (n: number) => `  P${n}: { title: Punkt }\n`;

export const statute = `sfs: '2001:1'
title: Lag om prov
short: provlagen
in_force: 2001-01-01
source: { state: text, confidence: H }
provisions:
  1 §:
    says: Prov ska göras.
    values:
      wait:
        - { since: 2001-01-01, days: 10 }
        - { since: 2010-01-01, days: 20 }
    deadline:
      kind: hard
      rolls: true
      lengths:
        - { since: 2001-01-01, weeks: 3 }
`;

const files: Record<string, string> = {
  'law/sfs-2001-1.yaml': statute,
  'agreements/prov/2020-lok.yaml': agreement,
  'agreements/requirements.yaml': `source: { title: Stöd, date: 2024-06-25, claim: kontrollerad }
points:
${[1, 2, 3, 4, 5, 6].map(point).join('')}requirements:
  R1: { section: '1', says: Klargör., strength: M, kind: [clause], red_line: true, points: [P4], steps: [prov/vantarPaProv] }
`,
  'agreements/vague-words.yaml': `source: { title: Ord }
words:
  - { word: snarast, in_law: [2001:1 1 §] }
`,
  'processes/prov/texts.sv.yaml': texts,
  'processes/prov/texts.en.yaml': texts,
  'processes/prov/examples.yaml': `- id: forst
  name: 2001:1 1 § – anmälan väntar på prov
  cites: [2001:1 1 §, R1]
  agreement: prov/2020-lok
  steps:
    - { fact: prov.anmalt, on: 2020-02-01, data: { vag: brev } }
    - then: 2020-02-01
      owed: [{ process: prov, state: vantarPaProv, party: kommun }]
- id: sedan
  name: 2001:1 1 § – provet görs
  cites: [2001:1 1 §]
  after: prov/forst
  steps:
    - { fact: prov.gjort, on: 2020-02-03 }
    - { then: 2020-02-03, in: { prov: klar } }
`,
  'granskning/texts.sv.yaml': reviewTexts,
  'granskning/texts.en.yaml': reviewTexts,
  'obligations.yaml': `coming: [annan/vantarPaAnnat]
obligations:
  - number: 1
    trigger: Anmälan
    debtors: [kommun]
    does: Göra provet
    when: tre veckor
    kinds: [hard]
    sources: [2001:1 1 §, R1]
    confidence: H
    steps:
      - { step: prov/vantarPaProv, party: kommun, kind: hard, shows: day }
      - { step: annan/vantarPaAnnat, party: kommun, kind: none, shows: open }
    limits: [prov/sistaDag]
`,
  'corrections.yaml': `unstated: ej-angivet
reasons:
  ej-angivet: { sv: Inte angivet, en: Not given }
`,
  'reminders.yaml': `default:
  hard: { before: [14, 3], on_day: true, after: [1], why: Prov. }
  soft: { before: [7], on_day: false, after: [], why: Prov. }
  practice: { before: [], on_day: false, after: [], why: Prov. }
  local: { before: [7], on_day: true, after: [], why: Prov. }
steps:
  prov/vantarPaProv: { before: [2], why: Prov. }
`,
};

const folders: string[] = [];

/** Writes the folder; an undefined content leaves a file out. */
export function machinesWith(changes: Record<string, string | undefined> = {}): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'etapp-library-')), 'machines');
  folders.push(dirname(folder));
  for (const [name, content] of Object.entries({ ...files, ...changes })) {
    if (content === undefined) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export const removeFolders = (): void => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true }));

/** The content of a file with one piece of it changed. Throws when the piece is not there. */
export function changed(name: string, from: string, to: string): Record<string, string> {
  const content = files[name] ?? '';
  if (!content.includes(from)) throw new Error(`${name} does not hold ${from}`);
  return { [name]: content.replace(from, to) };
}

export const load = (changes: Record<string, string | undefined> = {}): Library =>
  loadLibrary(machinesWith(changes), [prov]);

/** What the folder with these changes is refused for, one problem a line. */
export function refusal(changes: Record<string, string | undefined>): string {
  try {
    load(changes);
  } catch (error) {
    if (error instanceof LibraryError) return error.message;
    throw error;
  }
  throw new Error('The folder was not refused.');
}
