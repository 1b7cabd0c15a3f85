import type { EntityRef } from '../model/entity.ts';
import { entityKey } from '../model/mention.ts';
import { MAX_CHOICES, type EntityChoice } from './capture.ts';

/** A name that the linker found in the selected words, or beside them in their block. */
export type SelectedName = {
  readonly entity: EntityRef;
  readonly name: string;
  /** As it stands there. */
  readonly surface: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly isSelected: boolean;
};

/**
 * Whom a selection may be about, likeliest first: whoever is named in it, then in its sentence, then in its block, then those most
 * mentioned on the page. Within each by how sure the linker is, then in the order given.
 */
export function guessEntities(
  names: readonly SelectedName[],
  sentence: string,
  mostMentioned: readonly EntityChoice[],
): EntityChoice[] {
  const distance = ({ isSelected, surface }: SelectedName): number =>
    isSelected ? 0 : sentence.includes(surface) ? 1 : 2;
  const near = names.toSorted((a, b) => distance(a) - distance(b) || b.confidence - a.confidence);
  const unique = new Map<string, EntityChoice>();
  for (const { entity, name } of [...near, ...mostMentioned]) {
    const key = entityKey(entity);
    if (!unique.has(key)) unique.set(key, { entity, name });
  }
  return [...unique.values()].slice(0, MAX_CHOICES);
}
