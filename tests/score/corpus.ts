import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A name in a text: UTF-16 code units, end exclusive. */
export type GoldMention = { readonly start: number; readonly end: number; readonly entity: string };

export type Passage = {
  readonly id: string;
  /** `positive`, `negative` (no followed entity is meant), `layout` (hard to read by machine). */
  readonly kind: string;
  readonly lang: string;
  /** The file it stands in, without its ending: who wrote it, and for what. */
  readonly part: string;
  readonly text: string;
  readonly gold: readonly GoldMention[];
};

const FOLDER = join(import.meta.dirname, '../corpus');
const MARK = /\{\{([^{}|]*)\|([^{}|]*)\}\}/gu;

/** All passages of `tests/corpus`. The format is described in its README. */
export const readCorpus = (): Passage[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .flatMap((file) => parsePassages(file.replace('.txt', ''), readFileSync(join(FOLDER, file), 'utf8')));

export function parsePassages(part: string, content: string): Passage[] {
  return content
    .split(/^=== /mu)
    .slice(1)
    .map((block) => {
      const [head = '', ...lines] = block.split('\n');
      const [id = '', kind = '', lang = ''] = head.split('|').map((field) => field.trim());
      return { id, kind, lang, part, ...parseMarks(lines.join('\n').trim()) };
    });
}

/** Takes the marks out of a text and says where they were. */
export function parseMarks(marked: string): Pick<Passage, 'text' | 'gold'> {
  const gold: GoldMention[] = [];
  let text = '';
  let last = 0;
  for (const mark of marked.matchAll(MARK)) {
    const [whole, surface = '', entity = ''] = mark;
    text += marked.slice(last, mark.index);
    gold.push({ start: text.length, end: text.length + surface.length, entity });
    text += surface;
    last = mark.index + whole.length;
  }
  return { text: text + marked.slice(last), gold };
}
