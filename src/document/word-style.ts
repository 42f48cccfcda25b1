import type { IStylesOptions } from 'docx';

const INK = '1C2430';

/** Word's own styles, so that its navigation, its table of contents and its reader know what is a heading. */
export function wordStyles(language: string): IStylesOptions {
  const head = (size: number, before: number) => ({
    run: { size, bold: true, color: INK },
    paragraph: { spacing: { before, after: 80 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: 'Calibri', size: 21, color: INK, language: { value: language } },
        paragraph: { spacing: { after: 100, line: 264 } },
      },
      title: { run: { size: 40, bold: true, color: INK }, paragraph: { spacing: { after: 40 } } },
      heading1: head(30, 360),
      heading2: head(24, 240),
      heading3: head(21, 200),
      listParagraph: { paragraph: { spacing: { after: 60 } } },
    },
    paragraphStyles: [
      style('Subtitle', 'Subtitle', { size: 24, color: '4A5564' }, { spacing: { after: 240 } }),
      style('Notice', 'Notice', { bold: true }, { spacing: { before: 120, after: 160 }, indent: { left: 200 } }),
      style('Cell', 'Table text', { size: 17 }, { spacing: { after: 0, line: 240 } }),
      style('ColumnHead', 'Table heading', { size: 17, bold: true }, { spacing: { after: 0 }, keepNext: true }),
      style('Footer', 'footer', { size: 16, color: '4A5564' }, {}),
    ],
    characterStyles: [
      { id: 'Quiet', name: 'Quiet', basedOn: 'DefaultParagraphFont', run: { color: '4A5564', size: 18 } },
    ],
  };
}

type Style = NonNullable<IStylesOptions['paragraphStyles']>[number];

const style = (id: string, name: string, run: Style['run'] & {}, paragraph: Style['paragraph'] & {}): Style => ({
  id,
  name,
  basedOn: 'Normal',
  next: 'Normal',
  quickFormat: true,
  run,
  paragraph,
});
