import { rankFacts } from '../core/card/rank-facts.ts';
import type { FactPack } from '../core/model/fact-pack.ts';
import { segmentSentences } from '../core/text/segment-sentences.ts';
import { sentenceAround } from '../core/text/sentence-window.ts';
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
  const { text: sentence, start } = sentenceAround(text, mention.start, mention.end, segmentSentences);
  const others = mentions.filter(
    (other) =>
      other.run === mention.run &&
      other.start >= start &&
      other.end <= start + sentence.length &&
      other.entity.id !== mention.entity.id,
  );
  const entities = [...new Set(others.map(({ entity }) => entity.id))];
  return rankFacts(facts, { sentence, entities, articleDate: null })
    .slice(0, count)
    .map(({ id }) => id);
}
