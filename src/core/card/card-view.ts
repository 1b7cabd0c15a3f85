import type { Entity, EntityRef, EntityType } from '../model/entity.ts';
import type { AsOf, Certainty, Conflict, Fact, Quality } from '../model/fact.ts';
import type { Reason } from '../model/mention.ts';
import type { Source } from '../model/source.ts';
import { groupClaims } from './group-claims.ts';
import { compareWithArticle, type Age } from './compare-dates.ts';
import { findNames, type NameInStatement } from './find-names.ts';
import { rankFacts } from './rank-facts.ts';
import type { ReadingContext } from './relevance.ts';
import { findSeries, type Series } from './series.ts';
import { viewSource, type SourceView } from './source-view.ts';

export type ReferenceView = { readonly source: SourceView; readonly attributedTo: SourceView | null };

/** Why a claim needs care: a conflict it is part of, in plain words. */
export type CaveatView = { readonly title: string; readonly summary: string };

export type FactView = {
  readonly id: string;
  readonly statement: string;
  /** Other entities that the statement names. */
  readonly names: readonly NameInStatement[];
  readonly kind: string;
  readonly asOf: AsOf;
  /** How old it is beside the article being read. */
  readonly age: Age;
  readonly certainty: Certainty;
  readonly quality: Quality;
  readonly references: readonly ReferenceView[];
  readonly note: string | null;
  readonly caveats: readonly CaveatView[];
  /** Whether it came or changed since the user last looked at what updates changed. */
  readonly isNew: boolean;
};

export type ClaimGroupView = { readonly facts: readonly FactView[]; readonly disagreement: CaveatView | null };

export type EntityView = {
  readonly ref: EntityRef;
  readonly name: string;
  readonly type: EntityType;
  readonly description: string;
  readonly website: string | null;
};

/** What is known of an entity: data only, every text plain. */
export type EntityPage = {
  readonly entity: EntityView;
  readonly pack: { readonly title: string; readonly version: number };
  /** All claims, the one that matters most for what is being read first. */
  readonly claims: readonly ClaimGroupView[];
  readonly factCount: number;
  /** Numbers over time, the longest series first. */
  readonly series: readonly Series[];
};

/** Which name of a page was linked, and why. */
export type MatchView = {
  readonly alias: string;
  readonly derivedFrom: string | null;
  readonly surface: string;
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  readonly alternatives: readonly EntityView[];
  /** The sentence it stands in. */
  readonly sentence: string;
  /** The site of the page. */
  readonly site: string;
};

/** What a card shows. Without a match it was opened from another card. */
export type CardView = EntityPage & { readonly match: MatchView | null };

/** Everything one pack knows about an entity. */
export type CardMaterial = {
  readonly pack: { readonly id: string; readonly title: string; readonly version: number };
  readonly entity: Entity;
  readonly facts: readonly Fact[];
  readonly sources: readonly Source[];
  readonly conflicts: readonly Conflict[];
  /** Other entities that its facts are about as well. */
  readonly others: readonly Entity[];
  /** Ids of facts that came or changed since the user last looked. */
  readonly news?: ReadonlySet<string>;
};

/** The page of an entity, its claims in the order that suits `reading`; with nothing read, the most salient first. */
export function viewEntityPage(material: CardMaterial, reading: ReadingContext | null = null): EntityPage {
  const groups = groupClaims(rankFacts(material.facts, reading), material.conflicts);
  const articleDate = reading?.articleDate ?? null;
  return {
    entity: viewEntity(material.pack.id, material.entity),
    pack: { title: material.pack.title, version: material.pack.version },
    claims: groups.map((group) => ({
      facts: group.facts.map((fact) => viewFact(fact, material, articleDate)),
      disagreement: group.disagreement === null ? null : viewCaveat(group.disagreement),
    })),
    factCount: material.facts.length,
    series: findSeries(material.facts),
  };
}

export function viewEntity(pack: string, entity: Entity): EntityView {
  return {
    ref: { pack, id: entity.id },
    name: entity.name,
    type: entity.type,
    description: entity.description ?? '',
    website: entity.links?.website ?? null,
  };
}

export function viewFact(
  fact: Fact,
  { pack, entity, sources, conflicts, others, news }: CardMaterial,
  articleDate: string | null = null,
): FactView {
  const sourceOf = (id: string | undefined): Source | undefined => sources.find((source) => source.id === id);
  const doubts = conflicts.filter((conflict) => conflict.kind !== 'disagreement' && conflict.facts.includes(fact.id));
  return {
    id: fact.id,
    statement: fact.statement,
    names: findNames(
      fact.statement,
      pack.id,
      others.filter(({ id }) => id !== entity.id),
    ),
    kind: fact.kind,
    asOf: fact.asOf,
    age: compareWithArticle(fact.asOf, articleDate),
    certainty: fact.certainty,
    quality: fact.quality,
    references: fact.references.flatMap((reference) => {
      const source = sourceOf(reference.source);
      const attributed = sourceOf(reference.attributedTo);
      if (source === undefined) return [];
      return [
        {
          source: viewSource(source, reference.quote),
          attributedTo: attributed === undefined ? null : viewSource(attributed),
        },
      ];
    }),
    note: fact.note ?? null,
    caveats: doubts.map(viewCaveat),
    isNew: news?.has(fact.id) ?? false,
  };
}

const viewCaveat = (conflict: Conflict): CaveatView => ({ title: conflict.title, summary: conflict.summary });
