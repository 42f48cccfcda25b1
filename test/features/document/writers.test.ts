/** One document, three writers: what stands in one of them stands in all. */
import type { Document } from '../../../src/document/blocks.js';
import { markdownOf } from '../../../src/document/markdown-writer.js';
import { pageOf } from '../../../src/document/page-writer.js';
import { wordFileOf } from '../../../src/document/word-file.js';
import { readWord } from '../../support/word-file.js';

const content: Document = {
  title: 'Prov & <prövning>',
  subtitle: 'En underrubrik',
  language: 'sv',
  date: '2026-01-15',
  sections: [
    {
      orientation: 'landscape',
      blocks: [
        { kind: 'paragraph', text: 'Gäller inte.', notice: true },
        { kind: 'heading', level: 1, text: 'Översikt' },
        {
          kind: 'table',
          columns: [
            { title: 'Steg', width: 2 },
            { title: 'P1', group: 'Vem och hur', width: 1 },
            { title: 'P2', group: 'Vem och hur', width: 1 },
            { title: 'Tid', group: 'När', width: 1 },
          ],
          rows: [
            ['Start | mitt', { lines: ['● svar', 'rad två'], tone: 'good' }, { lines: ['○ saknas'], tone: 'bad' }, ''],
          ],
        },
      ],
    },
    {
      orientation: 'portrait',
      blocks: [
        { kind: 'heading', level: 2, text: 'Brister' },
        { kind: 'list', items: [[[{ text: 'Stark', strong: true }, { text: ' och *stjärna*' }], 'Andra raden']] },
        { kind: 'paragraph', text: '- inte en lista, och ett_snedstreck <br>' },
      ],
    },
  ],
};
const word = async (of: Document = content) => readWord(await wordFileOf(of));

test('the page has one heading over the others, and nothing of the text is markup', () => {
  const page = pageOf(content);
  expect(page.match(/<h1>/g)).toHaveLength(1);
  expect(page).toContain('<h1>Prov &amp; &lt;prövning&gt;</h1>');
  expect(page).toContain('<h2>Översikt</h2>');
  expect(page).toContain('<h3>Brister</h3>');
  expect(page).toContain('ett_snedstreck &lt;br&gt;');
});

test('the page has the groups of columns over the columns, and rows that are named by their first cell', () => {
  const page = pageOf(content);
  expect(page).toContain(
    '<tr><th scope="col" rowspan="2">Steg</th><th scope="colgroup" colspan="2">Vem och hur</th><th scope="colgroup" colspan="1">När</th></tr>' +
      '<tr><th scope="col">P1</th><th scope="col">P2</th><th scope="col">Tid</th></tr>',
  );
  expect(page).toContain('<th scope="row">Start | mitt</th>');
});

test('Markdown means what the text says', () => {
  expect(markdownOf(content)).toBe(`# Prov & \\<prövning>

En underrubrik

> Gäller inte.

## Översikt

| Steg | Vem och hur: P1 | Vem och hur: P2 | När: Tid |
| --- | --- | --- | --- |
| Start \\| mitt | ● svar<br>rad två | ○ saknas |   |

### Brister

- **Stark** och \\*stjärna\\*\\
  Andra raden

\\- inte en lista, och ett\\_snedstreck \\<br>
`);
});

test('the Word file has headings that are headings, in the language of the document', async () => {
  const { paragraphs, parts, properties } = await word();
  const headings = paragraphs.filter(({ style }) => /^(Title|Heading)/.test(style));
  expect(headings).toEqual([
    { style: 'Title', text: 'Prov & <prövning>' },
    { style: 'Heading1', text: 'Översikt' },
    { style: 'Heading2', text: 'Brister' },
  ]);
  expect(parts['word/styles.xml']).toContain('<w:lang w:val="sv-SE"/>');
  expect(properties).toMatchObject({ 'dc:title': content.title, 'dc:language': 'sv-SE', 'dc:creator': 'Etapp' });
  expect((await word({ ...content, language: 'en' })).parts['word/styles.xml']).toContain('<w:lang w:val="en-GB"/>');
});

test('both header rows of a Word table are repeated on every page, and no other row', async () => {
  const [table] = (await word()).tables;
  expect(table?.map(({ header }) => header)).toEqual([true, true, false]);
  expect(table?.[0]?.cells).toEqual(['Steg', 'Vem och hur', 'När']);
  expect(table?.[2]?.cells).toEqual(['Start | mitt', '● svar\nrad två', '○ saknas', '']);
});

test('the pages of a Word file are A4, turned as the section says, and numbered', async () => {
  const { pages, parts } = await word();
  expect(pages).toEqual([
    [16838, 11906],
    [11906, 16838],
  ]);
  const footers = Object.entries(parts).filter(([name]) => /^word\/footer\d+\.xml$/.test(name));
  expect(footers.length).toBeGreaterThan(0);
  for (const [, footer] of footers) {
    expect(footer).toMatch(/PAGE<\/w:instrText>/);
    expect(footer).toMatch(/NUMPAGES<\/w:instrText>/);
  }
});

test('the same document is the same bytes, and its day is the only day in it', async () => {
  const [one, other] = [await wordFileOf(content), await wordFileOf(content)];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  const { properties } = readWord(one);
  expect(properties).toMatchObject({
    'dcterms:created': '2026-01-15T00:00:00Z',
    'dcterms:modified': '2026-01-15T00:00:00Z',
  });
});

test('signs that no XML can hold are left out of a Word file', async () => {
  const odd = { ...content, title: 'Prov\u0000\u0007\ufffe\ud800 utan', subtitle: 'Tab\toch å ä ö 😀' };
  const { paragraphs } = await word(odd);
  expect(paragraphs[0]?.text).toBe('Prov utan');
  expect(paragraphs[1]?.text).toContain('å ä ö 😀');
});
