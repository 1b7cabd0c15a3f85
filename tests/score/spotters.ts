import { createRequire } from 'node:module';
import AhoCorasick from 'modern-ahocorasick';
import type One from 'compromise/one';
import { annotateTexts } from '../../src/cli/annotate-text.ts';
import { analyst } from '../../src/cli/compromise.ts';
import { watchListOf } from '../../src/cli/load-packs.ts';
import type { SentenceAnalyzer } from '../../src/core/linking/analyzer.ts';
import type { EvidenceWeights } from '../../src/core/linking/evidence-weights.ts';
import type { FactPack } from '../../src/core/model/fact-pack.ts';
import type { GoldMention } from './corpus.ts';
import { extractWithFlashText } from './flash-text.ts';
import { extractWithWink } from './wink.ts';

/** Marks the names of a pack in a text. */
export type NameSpotter = (text: string) => Promise<readonly GoldMention[]> | readonly GoldMention[];

/** One name and whose it is. */
export type NamedEntity = { readonly name: string; readonly entity: string };

/** Ours, with an analyst or without. */
export async function createOurs(
  pack: FactPack,
  analyze: SentenceAnalyzer | null = analyst.analyze,
  weights?: EvidenceWeights,
): Promise<NameSpotter> {
  const watchList = await watchListOf([pack], analyst.findOrdinaryWords);
  return async (text) =>
    (await annotateTexts([text], watchList, analyze, weights)).map(({ start, end, entity }) => ({
      start,
      end,
      entity: entity.id,
    }));
}

/** Every name of the pack, each once; the first entity that has it. */
export function namesOf(pack: FactPack): NamedEntity[] {
  const names = new Map<string, string>();
  for (const { id, name, aliases } of pack.entities)
    for (const text of [name, ...aliases.map((alias) => alias.text)]) if (!names.has(text)) names.set(text, id);
  return [...names].map(([name, entity]) => ({ name, entity }));
}

/** Search for the names as they are spelled, as whole words; the longest where several begin. */
export function createExactSearch(names: readonly NamedEntity[]): NameSpotter {
  const matcher = new AhoCorasick(names.map(({ name, entity }) => ({ pattern: name, data: entity })));
  return (text) =>
    longest(
      [...matcher.iterate(text)]
        .filter(({ start, end }) => isWholeWord(text, start, end))
        .map(({ start, end, data }) => ({ start, end, entity: data ?? '' })),
    );
}

/** compromise's own way to find many terms: a trie of them, looked up in the tokenised text. */
export function createCompromiseLookup(names: readonly NamedEntity[]): NameSpotter {
  const nlp = createRequire(import.meta.url)('compromise/one') as typeof One;
  const byName = new Map(names.map(({ name, entity }) => [name.toLowerCase(), entity]));
  const trie = nlp.buildTrie([...byName.keys()]);
  return (text) => {
    const found = nlp(text).lookup(trie).json({ offset: true }) as {
      text: string;
      offset: { start: number; length: number };
    }[];
    return found.flatMap(({ offset }) => {
      const surface = text.slice(offset.start, offset.start + offset.length).replace(/^\W+|['’]s$|\W+$/gu, '');
      const start = text.indexOf(surface, offset.start);
      const entity = byName.get(surface.toLowerCase());
      return entity === undefined ? [] : [{ start, end: start + surface.length, entity }];
    });
  };
}

export const createFlashText = (names: readonly NamedEntity[]): NameSpotter => extractWithFlashText(names);
export const createWink = (names: readonly NamedEntity[]): NameSpotter => extractWithWink(names);

function longest(mentions: readonly GoldMention[]): GoldMention[] {
  const chosen: GoldMention[] = [];
  for (const mention of mentions.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (mention.start >= (chosen.at(-1)?.end ?? 0)) chosen.push(mention);
  return chosen;
}

/** Latin words end where letters do; Chinese and the like have no such ends. */
function isWholeWord(text: string, start: number, end: number): boolean {
  const isWordUnit = (unit: string | undefined): boolean => unit !== undefined && /[\p{Script=Latin}\p{N}]/u.test(unit);
  return (
    !(isWordUnit(text[start]) && isWordUnit(text[start - 1])) && !(isWordUnit(text[end - 1]) && isWordUnit(text[end]))
  );
}
