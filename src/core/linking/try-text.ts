import type { AliasIndex } from '../matching/alias-index.ts';
import { findCandidates } from '../matching/find-candidates.ts';
import { partCandidates } from '../matching/spot-candidates.ts';
import type { EntityRef } from '../model/entity.ts';
import { entityKey, type Mention } from '../model/mention.ts';
import type { SentenceAnalyzer } from './analyzer.ts';
import { linkPage } from './link-page.ts';
import type { LinkingTools } from './link-run.ts';
import { findNearMisses, type NearMiss } from './near-misses.ts';

/** Longest text that is tried, in UTF-16 code units. */
export const MAX_TRIED_LENGTH = 20_000;

/** What would be marked in a text. Offsets are those of the whole text; everything in the order in which it stands there. */
export type TriedText = {
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** Where a name of the entity stands and is not marked. */
  readonly nearMisses: readonly NearMiss[];
};

export type TryingTools = {
  readonly index: AliasIndex;
  /** The aliases as they count now. */
  readonly aliasesOf: LinkingTools['aliasesOf'];
  /** The aliases as the packs list them, before the user corrected any. */
  readonly listedOf: LinkingTools['aliasesOf'];
  readonly analyze: SentenceAnalyzer;
};

/**
 * Links a text as a page of these paragraphs would be linked (a line is a paragraph), and says of one entity where its names
 * stand unmarked, and why. What is longer than {@link MAX_TRIED_LENGTH} is cut.
 */
export async function tryText(
  whole: string,
  entity: EntityRef,
  { index, aliasesOf, listedOf, analyze }: TryingTools,
): Promise<TriedText> {
  const text = whole.slice(0, MAX_TRIED_LENGTH);
  const paragraphs = paragraphsOf(text);
  const found = paragraphs.map((paragraph) => findCandidates(index, paragraph.text));
  const runs = paragraphs.map((paragraph, at) => ({
    text: paragraph.text,
    ...partCandidates(paragraph.text, found[at] ?? []),
  }));
  const linked = await linkPage(runs, { aliasesOf }, analyze);
  const mentions: Mention[] = [];
  const nearMisses: NearMiss[] = [];
  for (const [at, links] of linked.entries()) {
    const { start = 0, text: paragraph = '' } = paragraphs[at] ?? {};
    const move = <T extends { readonly start: number; readonly end: number }>(place: T): T => ({
      ...place,
      start: place.start + start,
      end: place.end + start,
    });
    mentions.push(...links.mentions.filter(({ paint }) => paint).map(move));
    const isListed = { text: paragraph, candidates: found[at] ?? [], entity: entityKey(entity) };
    nearMisses.push(...findNearMisses(isListed, links, { aliasesOf, listedOf }).map(move));
  }
  return { text, mentions, nearMisses };
}

function paragraphsOf(text: string): { readonly start: number; readonly text: string }[] {
  let start = 0;
  return text.split('\n').map((paragraph) => {
    const place = { start, text: paragraph };
    start += paragraph.length + 1;
    return place;
  });
}
