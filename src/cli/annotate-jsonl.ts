import type { WatchList } from '../core/matching/watch-list.ts';
import type { SentenceAnalyzer } from '../core/linking/analyzer.ts';
import { annotateTexts } from './annotate-text.ts';

/** What `annotate --jsonl` writes for one line. */
type OutputLine =
  | { readonly id: unknown; readonly mentions: readonly OutputMention[] }
  | { readonly id: unknown; readonly error: string };

type OutputMention = {
  /** UTF-16 code units, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly entity: string;
  readonly alias: string;
  readonly confidence: number;
};

/** Annotates one line of input. Never throws: a line that is not `{"id","text"}` gives an error in its place. */
export async function annotateLine(
  line: string,
  watchList: WatchList,
  analyze: SentenceAnalyzer | null,
): Promise<OutputLine> {
  let input: unknown;
  try {
    input = JSON.parse(line);
  } catch {
    return { id: null, error: 'The line is not JSON.' };
  }
  if (typeof input !== 'object' || input === null) return { id: null, error: 'The line must be {"id":…,"text":"…"}.' };
  const { id = null, text }: { id?: unknown; text?: unknown } = input;
  if (typeof text !== 'string') return { id, error: 'The line has no "text".' };
  const mentions = await annotateTexts([text], watchList, analyze);
  return {
    id,
    mentions: mentions.map(({ start, end, entity, alias, confidence }) => ({
      start,
      end,
      text: text.slice(start, end),
      entity: entity.id,
      alias,
      confidence: Number(confidence.toFixed(3)),
    })),
  };
}
