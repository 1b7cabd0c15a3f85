import type { Alias, EntityRef, EntityType } from './entity.ts';
import type { PrivacyLevel } from './privacy.ts';

/** An alias of an installed pack, as the linker needs it: the spelling, its rules, and whose it is. */
export type TrackedAlias = {
  readonly entity: EntityRef;
  readonly name: string;
  readonly type: EntityType;
  readonly alias: Alias;
  /** Whether a mention may be painted, after the rules of the alias, the entity and the pack. */
  readonly paint: boolean;
  /** How openly, if the user chose so; `inline` otherwise. */
  readonly privacy?: PrivacyLevel;
  /** The listed alias from which this one was made; absent where it is listed itself. */
  readonly derivedFrom?: string;
  /** Present where the alias is one word that a lexicon knows as an ordinary one. */
  readonly ordinary?: true;
  /** Present where the page introduces it, and no pack knows it. */
  readonly introduced?: true;
  /** The records of several packs for which the entity stands, itself among them; absent where it is alone. */
  readonly members?: readonly EntityRef[];
};

/** Why a name was linked, or not: one piece of evidence and its weight in log-odds. */
export type Reason = { readonly evidence: Evidence; readonly weight: number };

export const EVIDENCE = [
  'full-name',
  'single-word',
  'abbreviation',
  'ideographic',
  'short-ideographic',
  'derived',
  'plural',
  'needed-word',
  'needed-entity',
  'long-form',
  'needs-unmet',
  'long-form-missing',
  'introduced-here',
  'introduced-for-another',
  'spelled-out-otherwise',
  'co-mention',
  'also-in-lower-case',
  'borne-by-another',
  'part-of-longer-name',
  'name-of-another-person',
  'cuts-a-word',
  'share-label',
  'counted-place',
  'case-differs',
  'low-among-capitals',
  'all-caps-line',
  'other-language',
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
] as const;

export type Evidence = (typeof EVIDENCE)[number];

/** A name linked to an entity. Offsets are UTF-16 code units of the run's text, end exclusive. */
export type Mention = {
  readonly start: number;
  readonly end: number;
  readonly entity: EntityRef;
  readonly name: string;
  /** The alias that matched. */
  readonly alias: string;
  /** The alias of the pack from which it was made; null where the pack lists it. */
  readonly derivedFrom: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  readonly paint: boolean;
  readonly privacy: PrivacyLevel;
  /** Other entities that share the alias and could not be told apart. */
  readonly alternatives: readonly EntityRef[];
};

/** One string for an entity, usable as a map key. Ids hold no slash. */
export const entityKey = (ref: EntityRef): string => `${ref.pack}/${ref.id}`;
