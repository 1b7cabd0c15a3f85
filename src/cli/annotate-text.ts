import { spotCandidates } from '../core/matching/spot-candidates.ts';
import type { WatchList } from '../core/matching/watch-list.ts';
import { linkPage } from '../core/linking/link-page.ts';
import type { EvidenceWeights } from '../core/linking/evidence-weights.ts';
import type { SentenceAnalyzer } from '../core/linking/analyzer.ts';
import type { Mention } from '../core/model/mention.ts';

/** A mention in one of several texts. */
export type TextMention = Mention & { readonly run: number };

/** Spots and links the names in texts that belong together (the paragraphs of a page), as the extension does. */
export async function annotateTexts(
  texts: readonly string[],
  watchList: WatchList,
  analyze: SentenceAnalyzer | null,
  weights?: EvidenceWeights,
): Promise<TextMention[]> {
  const runs = texts.map((text) => ({ text, ...spotCandidates(watchList.index, text) }));
  const linked = await linkPage(runs, { aliasesOf: watchList.aliasesOf, ...(weights && { weights }) }, analyze);
  return linked
    .flatMap((links, run) => links.mentions.map((mention) => ({ ...mention, run })))
    .filter((mention) => mention.paint);
}
