import type { ClaimGroupView, EntityView } from '../card/card-view.ts';
import type { EntityRef } from '../model/entity.ts';

/** One followed name of a page with what is worth knowing about it beside the article. */
export type BriefEntry = {
  readonly entity: EntityView;
  readonly pack: string;
  /** How often it stands on the page. */
  readonly count: number;
  /** The claims shown, in the order of `sortClaims`. */
  readonly claims: readonly ClaimGroupView[];
  readonly factCount: number;
  /** Among all its facts: claims that disagree with others, and facts newer than the article. */
  readonly disagreements: number;
  readonly newer: number;
};

/** All followed names of one page: what a reader sees in the side panel, and what a page cannot fake. */
export type Brief = {
  readonly title: string;
  readonly url: string;
  /** The article's own date; null if it gives none. */
  readonly articleDate: string | null;
  readonly entries: readonly BriefEntry[];
};

/** What a page says of one name. */
export type BriefMention = { readonly entity: EntityRef; readonly count: number };

/** What wants attention first: facts newer than the article, then claims that disagree, then what the page speaks of most. */
export const sortEntries = (entries: readonly BriefEntry[]): BriefEntry[] =>
  entries.toSorted(
    (a, b) =>
      Number(b.newer > 0) - Number(a.newer > 0) ||
      Number(b.disagreements > 0) - Number(a.disagreements > 0) ||
      b.count - a.count ||
      a.entity.name.localeCompare(b.entity.name),
  );

/** The same order among the claims about one name: newer than the article, then those that disagree, then as they are ranked. */
export const sortClaims = (claims: readonly ClaimGroupView[]): ClaimGroupView[] =>
  claims.toSorted(
    (a, b) =>
      Number(isNewer(b)) - Number(isNewer(a)) || Number(b.disagreement !== null) - Number(a.disagreement !== null),
  );

const isNewer = ({ facts }: ClaimGroupView): boolean => facts.some(({ age }) => age?.relation === 'newer');

/** The entries in whose name, description or shown facts all words of `query` occur, whatever their case. */
export function filterEntries(entries: readonly BriefEntry[], query: string): BriefEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(({ entity, claims }) => {
    const statements = claims.flatMap(({ facts }) => facts.map(({ statement }) => statement));
    const text = [entity.name, entity.description, ...statements].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
