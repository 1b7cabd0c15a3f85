/** What a page says of itself, from whichever place says it. Absent where it does not. */
export type PageFacts = {
  readonly title?: string;
  readonly authors?: readonly string[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly published?: string;
  /** The publication. */
  readonly site?: string;
  readonly publisher?: string;
  readonly language?: string;
  readonly doi?: string;
  readonly kind?: PageKind;
};

/** The CSL types that pages can be told to be. */
export type PageKind = 'article-newspaper' | 'article-journal' | 'post-weblog' | 'post' | 'report' | 'webpage';

/** Facts of several places, those of an earlier one first. */
export function mergePageFacts(places: readonly PageFacts[]): PageFacts {
  const merged: { -readonly [Name in keyof PageFacts]: PageFacts[Name] } = {};
  for (const place of places.toReversed()) {
    for (const [name, value] of Object.entries(place))
      if (value !== undefined) Object.assign(merged, { [name]: value });
  }
  return merged;
}
