import type { Mention } from '../model/mention.ts';
import { sentenceAround } from '../text/sentence-window.ts';
import type { ReadingContext } from './relevance.ts';

/** Other names in one sentence beyond which it is a list, and says nothing about any of them. */
const MAX_ENTITIES = 16;

type Place = Pick<Mention, 'start' | 'end' | 'entity'>;

/** What is being read where a mention stands: its sentence, and whoever else of its pack stands in it. */
export function readingAround(
  text: string,
  mention: Place,
  mentionsOfText: readonly Place[],
  articleDate: string | null,
): ReadingContext {
  const { text: sentence, start } = sentenceAround(text, mention.start, mention.end);
  const others = mentionsOfText.filter(
    (other) =>
      other.start >= start &&
      other.end <= start + sentence.length &&
      other.entity.pack === mention.entity.pack &&
      other.entity.id !== mention.entity.id,
  );
  const entities = [...new Set(others.map(({ entity }) => entity.id))].slice(0, MAX_ENTITIES);
  return { sentence, entities, articleDate };
}
