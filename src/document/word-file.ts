/** A document as a Word file, the same bytes for the same document. */
import { type Document as Content } from './blocks.js';

/** The file. The library is loaded when somebody wants a file of it: most commands never do. */
export async function wordFileOf(document: Content): Promise<Uint8Array> {
  const { Packer } = await import('docx');
  const { wordDocument } = await import('./word-document.js');
  const { steadied } = await import('./word-package.js');
  return steadied(await Packer.toBuffer(wordDocument(document)), document);
}
