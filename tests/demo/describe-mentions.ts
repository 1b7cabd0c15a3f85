import { annotateTexts } from '../../src/cli/annotate-text.ts';
import { analyst } from '../../src/cli/compromise.ts';
import { flowTexts } from '../../src/cli/html-text.ts';
import { DEFAULT_PACK, loadPacks, watchListOf } from '../../src/cli/load-packs.ts';
import { printMentions } from '../../src/cli/print-mentions.ts';

export type Description = {
  /** A readable list of names with facts, sources and dates. */
  readonly text: string;
  readonly entities: readonly { readonly name: string; readonly surface: string }[];
};

/** The mentions of a page by the same core the extension uses, with their facts from the default pack. */
export async function describeMentions(html: string): Promise<Description> {
  const packs = loadPacks([DEFAULT_PACK]);
  const watchList = await watchListOf(packs, analyst.findOrdinaryWords);
  const texts = flowTexts(html);
  const mentions = await annotateTexts(texts, watchList, analyst.analyze);
  return {
    text: printMentions(mentions, texts, packs),
    entities: mentions.map((mention) => ({
      name: mention.name,
      surface: texts[mention.run]?.slice(mention.start, mention.end) ?? '',
    })),
  };
}
