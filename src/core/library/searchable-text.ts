import { sourcesOf } from '../model/fact-sources.ts';
import type { LibraryMaterial } from './library-records.ts';
import type { Source } from '../model/source.ts';

/** The texts by which a record is found. */
export type SearchableText = { readonly names: string; readonly facts: string; readonly sources: string };

/** More of one record is not read: nobody looks for its thousandth fact by a word. */
const MAX_LENGTH = 20_000;

/** @param sourceText what a source is found by, from its id. */
export function searchableText(
  { entity, facts }: LibraryMaterial,
  sourceText: (id: string) => string | undefined,
): SearchableText {
  const sources = new Set(facts.flatMap(({ references }) => references.flatMap(sourcesOf)));
  return {
    names: join([entity.name, ...entity.aliases.map(({ text }) => text)]),
    facts: join([entity.description ?? '', ...facts.map(({ statement }) => statement)]),
    sources: join([...sources].map((id) => sourceText(id) ?? '')),
  };
}

/** Title, authors and publication. */
export const describeSource = (source: Source): string =>
  join([
    source.title,
    source['container-title'] ?? '',
    source.publisher ?? '',
    ...(source.author ?? []).map(({ family, given, literal }) => [given, family, literal].filter(Boolean).join(' ')),
  ]);

const join = (texts: readonly string[]): string => texts.filter(Boolean).join('\n').slice(0, MAX_LENGTH);
