import { ENTITY_TYPES, type Entity } from '../model/entity.ts';
import { CERTAINTIES, QUALITIES, type Fact } from '../model/fact.ts';
import { spanOf } from './date-span.ts';
import { nameKey } from './match-names.ts';

/**
 * What the library knows of the records of one pack, column by column: a hundred thousand of them are some arrays, which a
 * structured clone copies in milliseconds.
 */
export type LibraryRecords = {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Name and aliases as {@link nameKey} folds them. */
  readonly keys: readonly string[];
  /** Places in `ENTITY_TYPES`. */
  readonly types: Uint8Array;
  /** 1 where a conflict of the pack names the entity or one of its facts. */
  readonly disputed: Uint8Array;
  /** Where the facts of each begin among those of all; one more closes the last. */
  readonly factStarts: Uint32Array;
  /** First and last day that each fact may be of (`date-span.ts`). */
  readonly firstDays: Uint32Array;
  readonly lastDays: Uint32Array;
  /** `traitsOf` each fact. */
  readonly traits: Uint8Array;
  /** The day of the newest fact of each record; 0 where none is dated. */
  readonly newest: Uint32Array;
};

/** Certainty and quality of a fact in one byte. */
export const traitsOf = (fact: Pick<Fact, 'certainty' | 'quality'>): number =>
  CERTAINTIES.indexOf(fact.certainty) | (QUALITIES.indexOf(fact.quality) << 2);

export const certaintyOf = (traits: number): number => traits & 3;
export const qualityOf = (traits: number): number => traits >> 2;

/** One record, with what its pack says of it. */
export type LibraryMaterial = {
  readonly entity: Entity;
  readonly facts: readonly Fact[];
  readonly isDisputed: boolean;
};

/** Collects records one by one. */
export function createRecordsBuilder() {
  const ids: string[] = [];
  const names: string[] = [];
  const keys: string[] = [];
  const types: number[] = [];
  const disputed: number[] = [];
  const factStarts: number[] = [0];
  const firstDays: number[] = [];
  const lastDays: number[] = [];
  const traits: number[] = [];
  const newest: number[] = [];
  return {
    get count(): number {
      return ids.length;
    },
    add({ entity, facts, isDisputed }: LibraryMaterial): void {
      ids.push(entity.id);
      names.push(entity.name);
      keys.push(nameKey([entity.name, ...entity.aliases.map(({ text }) => text)]));
      types.push(ENTITY_TYPES.indexOf(entity.type));
      disputed.push(isDisputed ? 1 : 0);
      let latest = 0;
      for (const fact of facts) {
        const span = spanOf(fact.asOf.basis === 'unknown' ? null : fact.asOf.date);
        firstDays.push(span.first);
        lastDays.push(span.last);
        traits.push(traitsOf(fact));
        latest = Math.max(latest, span.newest);
      }
      newest.push(latest);
      factStarts.push(traits.length);
    },
    /** What has been added so far. */
    snapshot: (): LibraryRecords => ({
      ...{ ids: ids.slice(), names: names.slice(), keys: keys.slice() },
      ...{ types: Uint8Array.from(types), disputed: Uint8Array.from(disputed) },
      ...{ factStarts: Uint32Array.from(factStarts), traits: Uint8Array.from(traits) },
      ...{ firstDays: Uint32Array.from(firstDays), lastDays: Uint32Array.from(lastDays) },
      newest: Uint32Array.from(newest),
    }),
  };
}
