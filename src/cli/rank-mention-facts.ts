import { rankFacts } from '../core/card/rank-facts.ts';
import { readingAround } from '../core/card/reading-around.ts';
import type { FactPack } from '../core/model/fact-pack.ts';
import type { TextMention } from './annotate-text.ts';

/** The ids of the `count` facts that a card shows first for a mention, given the sentence it stands in. */
export function rankMentionFacts(
  mention: TextMention,
  text: string,
  mentions: readonly TextMention[],
  packs: readonly FactPack[],
  count: number,
): string[] {
  const pack = packs.find(({ header }) => header.id === mention.entity.pack);
  const facts = pack?.facts.filter(({ subjects }) => subjects.includes(mention.entity.id)) ?? [];
  const beside = mentions.filter(({ run }) => run === mention.run);
  return rankFacts(facts, readingAround(text, mention, beside, null))
    .slice(0, count)
    .map(({ id }) => id);
}
