import { EVIDENCE_WEIGHTS, type EvidenceWeights } from '../../src/core/linking/evidence-weights.ts';
import type { Alias } from '../../src/core/model/entity.ts';
import type { FactPack } from '../../src/core/model/fact-pack.ts';
import type { Evidence } from '../../src/core/model/mention.ts';

/** One piece of evidence taken away: other weights, or a pack without a kind of rule. */
export type Ablation = {
  readonly without: string;
  readonly weights: EvidenceWeights;
  readonly change: (pack: FactPack) => FactPack;
};

/** Pieces of evidence that stand or fall together. */
const GROUPS: Readonly<Record<string, readonly Evidence[]>> = {
  'definitions on the page': ['introduced-here', 'introduced-for-another', 'spelled-out-otherwise'],
  'co-mention': ['co-mention'],
  'shield of longer names': ['part-of-longer-name'],
  'other persons': ['name-of-another-person', 'borne-by-another'],
  'word bounds in Chinese and Japanese': ['cuts-a-word'],
  'case and capitals': ['case-differs', 'low-among-capitals', 'all-caps-line', 'also-in-lower-case'],
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
    'opens-sentence',
    'given-name',
  ],
  language: ['other-language'],
};

const unchanged = (pack: FactPack): FactPack => pack;

const mapAliases = (pack: FactPack, change: (alias: Alias) => Alias): FactPack => ({
  ...pack,
  entities: pack.entities.map((entity) => ({ ...entity, aliases: entity.aliases.map(change) })),
});

/** Nothing, then every piece of the engine, then every kind of rule of the pack. */
export const ABLATIONS: readonly Ablation[] = [
  { without: '(nothing)', weights: EVIDENCE_WEIGHTS, change: unchanged },
  ...Object.entries(GROUPS).map(([without, evidence]) => ({
    without,
    weights: { ...EVIDENCE_WEIGHTS, ...Object.fromEntries(evidence.map((piece) => [piece, 0])) },
    change: unchanged,
  })),
  ...(['needs', 'not', 'case'] as const).map((rule) => ({
    without: `the rule \`${rule}\``,
    weights: EVIDENCE_WEIGHTS,
    change: (pack: FactPack) => mapAliases(pack, ({ [rule]: _dropped, ...alias }) => alias),
  })),
];

/** The pack with names only, as a reader makes who follows a name and writes nothing more. */
export const namesOnly = (pack: FactPack): FactPack => ({
  ...pack,
  entities: pack.entities.map((entity) => ({ ...entity, aliases: [] })),
});
