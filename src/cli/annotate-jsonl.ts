import type { WatchList } from '../core/matching/watch-list.ts';
import type { SentenceAnalyzer } from '../core/linking/analyzer.ts';
import type { FactPack } from '../core/model/fact-pack.ts';
import { annotateTexts } from './annotate-text.ts';
import { rankMentionFacts } from './rank-mention-facts.ts';

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
  /** Ids of the facts that fit the sentence best, where they were asked for. */
  readonly facts?: readonly string[];
};

/** How many facts each mention is to have, and where they come from. */
export type FactRequest = { readonly count: number; readonly packs: readonly FactPack[] };

/** Annotates one line of input. Never throws: a line that is not `{"id","text"}` gives an error in its place. */
export async function annotateLine(
  line: string,
  watchList: WatchList,
  analyze: SentenceAnalyzer | null,
  request: FactRequest | null = null,
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
    mentions: mentions.map((mention) => ({
      start: mention.start,
      end: mention.end,
      text: text.slice(mention.start, mention.end),
      entity: mention.entity.id,
      alias: mention.alias,
      confidence: Number(mention.confidence.toFixed(3)),
      ...(request && { facts: rankMentionFacts(mention, text, mentions, request.packs, request.count) }),
    })),
  };
}
