/** The format of agreements, field by field for people and as JSON Schema for editors. */
import { join } from 'node:path';
import { AgreementDto } from '../library/dto/agreement.dto.js';
import { fieldsOfShape, jsonSchemaOf, nameOfShape, shapesWithin } from '../library/dto/json-schema.js';
import type { Json, Shape } from '../library/dto/rule.js';
import type { Library } from '../library/library.js';
import { type FieldWords, type FormatWords, readFormatWords } from './agreement-words.js';
import { type GeneratedFile, header } from './generated-file.js';
import { page, table, tick } from './markdown.js';

const SCHEMA = 'machines/agreements/agreement.schema.json';

/** The page and the schema. `root` is the package's folder. */
export function agreementFormat({ registry }: Library, root: string): GeneratedFile[] {
  const words = readFormatWords(join(root, 'machines'), AgreementDto);
  const known = { step: [...registry.states.keys()].sort(), fact: [...registry.facts.keys()].sort() };
  const schema = jsonSchemaOf(AgreementDto, (shape, field) => enriched(words.field(shape, field), known));
  return [
    { path: 'docs/reference/agreement-format.md', content: formatPage(words) },
    { path: SCHEMA, content: `${JSON.stringify(titled(schema), null, 2)}\n` },
  ];
}

// A list of names is checked name by name; `examples` is what editors complete from in both cases.
const enriched = ({ says, names }: FieldWords, known: Record<'step' | 'fact', string[]>): Json => ({
  description: says,
  ...(names && { examples: known[names] }),
});

const titled = (schema: Json): Json => ({ title: 'Överenskommelse', ...schema });

function formatPage(words: FormatWords): string {
  const shapes = shapesWithin(AgreementDto);
  return page(
    header('Överenskommelsens format', `${tick('machines/agreements/format.yaml')} och ${tick('src/library/dto')}`),
    `Så skrivs en överenskommelse i ${tick('machines/agreements/<kommun>/<år>-<slag>.yaml')}. En redigerare som läser JSON Schema fyller i och kontrollerar medan man skriver, om filen börjar med`,
    '```yaml\n# yaml-language-server: $schema=../agreement.schema.json\n```',
    `Schemat säger vad som får stå var; att namnen finns och stämmer överens kontrolleras när filen läses, med ${tick('etapp coverage FIL')}. Roller, enheter och slags kontaktvägar skrivs in, aldrig personer. Det som inte är läst lämnas bort: det räknas inte som en lucka.`,
    ...shapes.map((shape) => section(shape, words)),
  );
}

function section(shape: Shape, words: FormatWords): string {
  const name = nameOfShape(shape);
  const rows = fieldsOfShape(shape).map(({ name: field, rule }) => [
    tick(field),
    rule.presence.optional ? '' : 'ja',
    `${typeInWords(rule.json(toSection), rule.sv)}${rule.presence.nullable ? ', eller null' : ''}`,
    words.field(name, field).says,
  ]);
  return page(`## ${name}`, words.about(name), table(['Fält', 'Måste stå', 'Ska vara', 'Betyder'], rows));
}

const toSection = (shape: Shape): Json => ({ part: nameOfShape(shape) });

/** A part or a list of parts is a link to its section; everything else is told as in the error for it. */
function typeInWords(json: Json, otherwise: string): string {
  const link = (part: unknown) => `[${String(part)}](#${String(part).toLowerCase()})`;
  if (json['part'] !== undefined) return link(json['part']);
  const items = json['items'] as Json | undefined;
  return items?.['part'] === undefined ? otherwise : `en lista av ${link(items['part'])}`;
}
