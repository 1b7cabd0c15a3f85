import type { FieldChange } from './field-changes.ts';
import type { EntityType } from '../model/entity.ts';

/** What became of one fact. */
export type FactChange =
  | { readonly change: 'added' | 'removed'; readonly id: string; readonly statement: string }
  | {
      readonly change: 'changed';
      readonly id: string;
      /** The statement as it was and as it is. */
      readonly before: string;
      readonly after: string;
      /** What else changed. */
      readonly fields: readonly FieldChange[];
    };

/** What became of one entity and the facts about it. */
export type EntityChange = {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType | null;
  readonly change: 'same' | 'added' | 'changed' | 'removed';
  /** The fields of the entity itself that changed. */
  readonly fields: readonly FieldChange[];
  readonly facts: readonly FactChange[];
};

/** What became of a source, or of a conflict between facts. */
export type RecordChange = {
  readonly kind: 'source' | 'conflict';
  readonly id: string;
  readonly title: string;
  readonly change: 'added' | 'changed' | 'removed';
  readonly fields: readonly FieldChange[];
};

export type ChangeCounts = { readonly added: number; readonly changed: number; readonly removed: number };

/** What a version changes against another, for a person to read. */
export type PackReview = {
  readonly pack: string;
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly counts: {
    readonly entities: ChangeCounts;
    readonly facts: ChangeCounts;
    readonly sources: ChangeCounts;
    readonly conflicts: ChangeCounts;
  };
  /** By entity, those with the most changes first; only the first of very many. */
  readonly entities: readonly EntityChange[];
  /** The sources and conflicts that changed; only the first of very many. */
  readonly records: readonly RecordChange[];
  /** How many changed entities are not in the list. */
  readonly unlisted: number;
};
