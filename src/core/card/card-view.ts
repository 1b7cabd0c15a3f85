import type { Entity, EntityRef, EntityType } from '../model/entity.ts';
import type { AsOf, Certainty, Conflict, Fact, Quality } from '../model/fact.ts';
import { OVERLAY_PACK } from '../model/overlay.ts';
import type { Reason } from '../model/mention.ts';
import type { Source } from '../model/source.ts';
import { createHiddenTest, NO_ADDITIONS, type OverlayState, type OwnNote } from '../overlay/overlay-state.ts';
import { groupClaims, type Disagreement } from './group-claims.ts';
import { mergeConflicts, mergeFacts, type MergedFact } from './merge-facts.ts';
import { compareWithArticle, type Age } from './compare-dates.ts';
import { findNames, type NameInStatement } from './find-names.ts';
import { rankFacts } from './rank-facts.ts';
import type { ReadingContext } from './relevance.ts';
import { findSeries, type Series } from './series.ts';
import { viewSource, type SourceView } from './source-view.ts';

export type ReferenceView = { readonly source: SourceView; readonly attributedTo: SourceView | null };

/** Why a claim needs care: a conflict it is part of, in plain words. */
export type CaveatView = { readonly title: string; readonly summary: string };

/** The pack a fact is from, and the record of the entity there. */
export type OriginView = {
  readonly pack: string;
  readonly title: string;
  readonly entity: string;
  readonly fact: string;
};

export type FactView = {
  /** In the first of the packs it is from. */
  readonly id: string;
  /** Who says so: one pack, or several in the same words of the same source. */
  readonly origins: readonly OriginView[];
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
  /** What the user has noted about it. */
  readonly ownNotes: readonly OwnNote[];
  /** Whether it came or changed since the user last looked at what updates changed. */
  readonly isNew: boolean;
};

/** Why claims stand together: in the words of a pack, or because their figures differ. */
export type DisagreementView = ({ readonly by: 'pack' } & CaveatView) | { readonly by: 'figures' };

export type ClaimGroupView = { readonly facts: readonly FactView[]; readonly disagreement: DisagreementView | null };

export type EntityView = {
  readonly ref: EntityRef;
  readonly name: string;
  readonly type: EntityType;
  readonly description: string;
  readonly website: string | null;
};

export type PackLabel = { readonly id: string; readonly title: string; readonly version: number };

/** What is known of an entity: data only, every text plain. */
export type EntityPage = {
  readonly entity: EntityView;
  /** The packs that know it, in the user's order. */
  readonly packs: readonly (PackLabel & {
    /** The id of its record there. */
    readonly entity: string;
  })[];
  /** All claims, the one that matters most for what is being read first. */
  readonly claims: readonly ClaimGroupView[];
  readonly factCount: number;
  /** Numbers over time, the longest series first. */
  readonly series: readonly Series[];
  /** What the user has noted about it. */
  readonly notes: readonly OwnNote[];
  /** The facts that the user does not want to see: nowhere among the others. */
  readonly hidden: readonly FactView[];
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
  readonly pack: PackLabel;
  readonly entity: Entity;
  readonly facts: readonly Fact[];
  readonly sources: readonly Source[];
  readonly conflicts: readonly Conflict[];
  /** Other entities that its facts are about as well. */
  readonly others: readonly Entity[];
  /** Ids of facts that came or changed since the user last looked. */
  readonly news?: ReadonlySet<string>;
  /** What other ids stand for in the pack by whose ids what is being read names entities; absent where they are the same. */
  readonly standIns?: ReadonlyMap<string, string>;
};

/** The page of an entity, its claims in the order that suits `reading`; with nothing read, the most salient first. */
export const viewEntityPage = (material: CardMaterial, reading: ReadingContext | null = null): EntityPage =>
  viewMergedPage([material, []], { pack: material.pack.id, id: material.entity.id }, reading);

/**
 * The page of an entity that several packs know. Name and type are those of the first, which no other can overwrite;
 * description and website of the first that has them. Facts of all are ranked together, each with its packs.
 *
 * @param materials in the user's order of packs.
 * @param ref the record that stands for all.
 * @param own what the user has noted and hidden.
 */
export function viewMergedPage(
  [first, others]: readonly [CardMaterial, readonly CardMaterial[]],
  ref: EntityRef,
  reading: ReadingContext | null = null,
  own: OverlayState = NO_ADDITIONS,
): EntityPage {
  const all = [first, ...others];
  const ownFacts = all.find(({ pack }) => pack.id === OVERLAY_PACK)?.facts ?? [];
  const isFactHidden = createHiddenTest(own, new Set(ownFacts.map(({ id }) => id)));
  const isHidden = (material: CardMaterial, fact: Fact): boolean =>
    isFactHidden({ pack: material.pack.id, id: fact.id });
  const withFacts = (wanted: (material: CardMaterial, fact: Fact) => boolean): CardMaterial[] =>
    all.map((material) => ({ ...material, facts: material.facts.filter((fact) => wanted(material, fact)) }));
  const materials = withFacts((material, fact) => !isHidden(material, fact));
  const merged = mergeFacts(materials);
  const conflicts = mergeConflicts(materials, merged);
  const byKey = new Map(merged.map((entry) => [entry.fact.id, entry]));
  const facts = merged.map(({ fact }) => fact);
  const articleDate = reading?.articleDate ?? null;
  const viewKey = (key: string): FactView[] => {
    const entry = byKey.get(key);
    return entry === undefined ? [] : [viewMergedFact(entry, articleDate, own)];
  };
  const descriptions = materials.map(({ entity }) => viewEntity(ref, entity));
  return {
    entity: {
      ...viewEntity(ref, first.entity),
      description: descriptions.find(({ description }) => description !== '')?.description ?? '',
      website: descriptions.find(({ website }) => website !== null)?.website ?? null,
    },
    packs: materials.map(({ pack: { id, title, version }, entity }) => ({ id, title, version, entity: entity.id })),
    claims: groupClaims(rankFacts(facts, reading), conflicts).map((group) => ({
      facts: group.facts.flatMap(({ id }) => viewKey(id)),
      disagreement: viewDisagreement(group.disagreement),
    })),
    factCount: facts.length,
    series: findSeries(facts),
    notes: all.flatMap(({ pack, entity }) => notesOn(own, 'entity', pack.id, entity.id)),
    hidden: mergeFacts(withFacts(isHidden)).map((entry) => viewMergedFact(entry, articleDate, own)),
  };
}

const notesOn = ({ notes }: OverlayState, kind: 'entity' | 'fact', pack: string, id: string): OwnNote[] =>
  notes.filter(({ target }) => target.kind === kind && target.pack === pack && target.id === id);

function viewMergedFact({ origins }: MergedFact, articleDate: string | null, own: OverlayState): FactView {
  const views = origins.map(({ material, fact }) => viewFact(fact, material, articleDate));
  const caveats = new Map(views.flatMap((view) => view.caveats).map((caveat) => [JSON.stringify(caveat), caveat]));
  const [first] = views;
  if (first === undefined) throw new Error('a merged fact has an origin');
  return {
    ...first,
    origins: views.flatMap((view) => view.origins),
    note: views.find(({ note }) => note !== null)?.note ?? null,
    caveats: [...caveats.values()],
    ownNotes: views.flatMap((view) => view.origins.flatMap(({ pack, fact }) => notesOn(own, 'fact', pack, fact))),
    // What one of the packs has said before is no news.
    isNew: views.every(({ isNew }) => isNew),
  };
}

export function viewEntity(ref: EntityRef, entity: Entity): EntityView {
  return {
    ref,
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
    origins: [{ pack: pack.id, title: pack.title, entity: entity.id, fact: fact.id }],
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
          source: viewSource(source, reference.quote, reference),
          attributedTo: attributed === undefined ? null : viewSource(attributed),
        },
      ];
    }),
    note: fact.note ?? null,
    caveats: doubts.map(viewCaveat),
    ownNotes: [],
    isNew: news?.has(fact.id) ?? false,
  };
}

const viewDisagreement = (disagreement: Disagreement | null): DisagreementView | null =>
  disagreement?.by === 'pack' ? { by: 'pack', ...viewCaveat(disagreement.conflict) } : disagreement;

const viewCaveat = (conflict: Conflict): CaveatView => ({ title: conflict.title, summary: conflict.summary });
