import { parseFactPack } from '../../../src/core/packs/parse-fact-pack.ts';
import { bodyOf } from '../../../src/core/packs/pack-patch.ts';
import { splitLines } from '../../../src/core/packs/split-lines.ts';
import { copyPack, type PackCopies } from './make-pack.ts';

/** Characters collected before they become a part of the blob. */
const PART_LENGTH = 1 << 22;

/** A pack as a file that the browser keeps outside the page's heap. */
export type PackFile = { readonly copies: PackCopies; readonly copyCount: number; readonly file: Blob };

/** The file of so many copies of a real pack, given as its text. @throws if that is unsound. */
export function makePackFile(template: string, copyCount: number): PackFile {
  const parsed = parseFactPack(template);
  if (!parsed.ok) throw new Error('the template is unsound');
  const copies = copyPack(parsed.value, copyCount);
  const parts: Blob[] = [];
  let text = `${JSON.stringify(copies.header)}\n`;
  for (const record of copies.records()) {
    text += `${JSON.stringify({ [record.type]: bodyOf(record) })}\n`;
    if (text.length < PART_LENGTH) continue;
    parts.push(new Blob([text]));
    text = '';
  }
  return { copies, copyCount, file: new Blob([...parts, text]) };
}

/** The lines of a file, read as an import reads them. */
export const readLines = (file: Blob): AsyncGenerator<string> => splitLines(readText(file));

async function* readText(file: Blob): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = file.stream().getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read())
    yield decoder.decode(read.value, { stream: true });
  yield decoder.decode();
}
