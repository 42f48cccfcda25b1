/**
 * The format of agreements as editors and readers get it. If words and fields parted, whoever writes an agreement would
 * be told of fields that do not exist, or nothing about those that do.
 */
import 'reflect-metadata';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agreementFormat } from '../../src/docs/agreement-format-page.js';
import { readFormatWords } from '../../src/docs/agreement-words.js';
import { AgreementDto } from '../../src/library/dto/agreement.dto.js';
import { library } from '../support/law.js';

interface Schema {
  $defs: Record<string, { required: string[]; properties: Record<string, Record<string, unknown>> }>;
}

const [page, schemaFile] = agreementFormat(library, process.cwd());
const schema = JSON.parse(schemaFile?.content ?? '') as Schema;

test('the schema asks for what the reader of the file asks for, and knows no other fields', () => {
  const clause = schema.$defs['Clause'];
  expect(clause?.required).toEqual(['id']);
  expect(clause).toMatchObject({ additionalProperties: false });
  expect(clause?.properties['points']).toMatchObject({ $ref: '#/$defs/ClausePoints' });
  expect(schema.$defs['Statement']?.properties['wording']).toMatchObject({ enum: ['exact', 'vague'] });
  expect(schema.$defs['Meeting']?.properties['convener']).toMatchObject({ anyOf: [{}, { type: 'null' }] });
});

test('a step is completed from the steps that exist', () => {
  const { examples } = schema.$defs['Clause']?.properties['step'] ?? {};
  expect(examples).toContain('sfi/vantarPaStart');
});

test('every field is explained, on the page and in the schema', () => {
  const fields = Object.values(schema.$defs).flatMap(({ properties }) => Object.entries(properties));
  expect(fields.filter(([, { description }]) => !description)).toEqual([]);
  expect(page?.content).toContain('| `tidplan` | ja | [Tidplan](#tidplan) | När det ska vara gjort. |');
});

describe('words that do not match the fields', () => {
  let machines: string;
  beforeEach(() => {
    machines = mkdtempSync(join(tmpdir(), 'etapp-format-'));
    mkdirSync(join(machines, 'agreements'));
  });
  afterEach(() => rmSync(machines, { recursive: true, force: true }));

  const write = (change: (words: string) => string) => {
    const words = readFileSync('machines/agreements/format.yaml', 'utf8');
    writeFileSync(join(machines, 'agreements/format.yaml'), change(words));
  };

  test('are as they stand readable', () => {
    write((words) => words);
    expect(readFormatWords(machines, AgreementDto).field('Clause', 'who').says).toMatch(/^Enheten som ansvarar/);
  });

  test('a field without words is named', () => {
    write((words) => words.replace(/ {6}party:.*\n/, ''));
    expect(() => readFormatWords(machines, AgreementDto)).toThrow('Unit.party has no words');
  });

  test('words for a field that does not exist are named', () => {
    write((words) => words.replace('      party:', '      partie: x\n      party:'));
    expect(() => readFormatWords(machines, AgreementDto)).toThrow('there is no Unit.partie');
  });
});
