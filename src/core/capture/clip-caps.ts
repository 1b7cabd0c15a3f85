/**
 * How much a page may hand over when something is captured from it. Apart from the schema, so that the script in the page does
 * not carry one. Lengths are in UTF-16 code units.
 */
export const CLIP_CAPS = {
  selection: 4000,
  /** Text of the same block before and after the selection. */
  surroundings: 1000,
  url: 2048,
  text: 1000,
  metaName: 80,
  metas: 300,
  jsonLd: 200_000,
  jsonLdBlocks: 20,
  times: 5,
  bylines: 8,
} as const;

/** How much of a page's text is looked through for a second place with the same words. */
export const MAX_PAGE_TEXT = 2_000_000;
