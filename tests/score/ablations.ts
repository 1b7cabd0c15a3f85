import { EVIDENCE_WEIGHTS, type EvidenceWeights } from '../../src/core/linking/evidence-weights.ts';
import type { Alias } from '../../src/core/model/entity.ts';
import type { FactPack } from '../../src/core/model/fact-pack.ts';
import type { Evidence } from '../../src/core/model/mention.ts';

/** One piece of evidence taken away: other weights, or a pack without a kind of rule. */
export type Ablation = { readonly without: string; readonly weights: EvidenceWeights; readonly pack: FactPack };

/** Pieces of evidence that stand or fall together. */
const GROUPS: Readonly<Record<string, readonly Evidence[]>> = {
  'definitions on the page': ['introduced-here', 'introduced-for-another', 'spelled-out-otherwise'],
  'co-mention': ['co-mention'],
  'shield of longer names': ['part-of-longer-name'],
  'other persons': ['name-of-another-person'],
  'word bounds in Chinese and Japanese': ['cuts-a-word'],
  'case and capitals': ['case-differs', 'all-caps-line', 'also-in-lower-case'],
  'the sentence': [
    'verb-follows',
    'noun-follows',
    'number-follows',
    'article-precedes',
    'indefinite-article-precedes',
    'article-precedes-common-noun',
    'preposition-precedes',
    'possessive',
    'ordinary-word',
    'ordinary-word-in-capitals',
  ],
  language: ['other-language'],
};

/** Every ablation of the engine and of the pack's rules. */
export function ablationsOf(pack: FactPack): Ablation[] {
  const engine = Object.entries(GROUPS).map(([without, evidence]) => ({
    without,
    weights: { ...EVIDENCE_WEIGHTS, ...Object.fromEntries(evidence.map((piece) => [piece, 0])) },
    pack,
  }));
  const rules = (['needs', 'not', 'case'] as const).map((rule) => ({
    without: `the rule \`${rule}\``,
    weights: EVIDENCE_WEIGHTS,
    pack: mapAliases(pack, ({ [rule]: _dropped, ...alias }) => alias),
  }));
  return [...engine, ...rules];
}

/** The pack with names only, as a reader makes who follows a name and writes nothing more. */
export const namesOnly = (pack: FactPack): FactPack => ({
  ...pack,
  entities: pack.entities.map((entity) => ({ ...entity, aliases: [] })),
});

const mapAliases = (pack: FactPack, change: (alias: Alias) => Alias): FactPack => ({
  ...pack,
  entities: pack.entities.map((entity) => ({ ...entity, aliases: entity.aliases.map(change) })),
});
