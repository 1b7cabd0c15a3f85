import MiniSearch from 'minisearch';
import type { FoundIn } from '../core/library/library-row.ts';
import type { SearchableText } from '../core/library/searchable-text.ts';
import { tokenizeText } from '../core/library/tokenize.ts';

/** The full text of some records of a pack, by their numbers. */
export type TextIndex = MiniSearch<SearchableText & { readonly id: number }>;

const FIELDS: readonly (keyof SearchableText)[] = ['names', 'facts', 'sources'];
const OPTIONS = {
  fields: [...FIELDS],
  tokenize: tokenizeText,
  // Folding is the tokenizer's.
  processTerm: (token: string) => token,
  autoVacuum: false as const,
};

/** Words of this length and more may be misspelt by a letter. */
const MIN_FUZZY_LENGTH = 5;
const BOOST = { names: 6, facts: 1, sources: 0.5 };

export const createTextIndex = (): TextIndex => new MiniSearch(OPTIONS);

/** A record that has all the words. */
export type TextHit = { readonly record: number; readonly score: number; readonly where: FoundIn };

/** The records in which every token begins some word; with `isLenient`, one that differs by a letter as well. */
export function searchText(index: TextIndex, tokens: readonly string[], isLenient: boolean): TextHit[] {
  const results = index.search(tokens.join(' '), {
    tokenize: () => [...tokens],
    prefix: true,
    combineWith: 'AND',
    boost: BOOST,
    ...(isLenient && { fuzzy: (token: string) => (token.length >= MIN_FUZZY_LENGTH ? 1 : false) }),
  });
  return results.map(({ id, score, match }) => ({ record: Number(id), score, where: placeOf(match) }));
}

/** The index as bytes, and back: JSON, packed, since it is repetitive. */
export async function packIndex(index: TextIndex): Promise<ArrayBuffer> {
  const text = new Blob([JSON.stringify(index)]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(text).arrayBuffer();
}

export async function unpackIndex(bytes: ArrayBuffer): Promise<TextIndex> {
  const text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  return MiniSearch.loadJSON(text, OPTIONS);
}

/** Where most of it is: in names only if all of it is. */
function placeOf(match: Readonly<Record<string, readonly string[]>>): FoundIn {
  const fields = Object.values(match);
  if (fields.every((found) => found.includes('names'))) return 'alias';
  return fields.some((found) => found.includes('facts')) ? 'fact' : 'source';
}
