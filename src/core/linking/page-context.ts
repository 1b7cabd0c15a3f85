import { entityKey, type Mention } from '../model/mention.ts';
import type { EntityRef } from '../model/entity.ts';

/** What the rest of the page says about a name: who is certainly mentioned, and by which long forms. */
export type PageContext = {
  /** Entities with a mention that needed no context. */
  readonly entities: ReadonlySet<string>;
  /** The longest such alias of each entity, in folded characters. */
  readonly longestAlias: ReadonlyMap<string, number>;
  /** Short forms (see {@link refutationKey}) that the page introduces for somebody else. */
  readonly refuted: ReadonlySet<string>;
};

export const EMPTY_CONTEXT: PageContext = { entities: new Set(), longestAlias: new Map(), refuted: new Set() };

/** One string for a short form that is not this entity's on the page. */
export const refutationKey = (entity: EntityRef, alias: string): string => `${entityKey(entity)} ${alias}`;

/** The context given by all certain mentions of a page, and by the short forms it gives to others. */
export function contextOf(
  mentions: Iterable<Pick<Mention, 'entity' | 'alias'>>,
  refuted: Iterable<string> = [],
): PageContext {
  const entities = new Set<string>();
  const longestAlias = new Map<string, number>();
  for (const { entity, alias } of mentions) {
    const key = entityKey(entity);
    entities.add(key);
    longestAlias.set(key, Math.max(longestAlias.get(key) ?? 0, alias.length));
  }
  return { entities, longestAlias, refuted: new Set(refuted) };
}

/** Whether an alias of `entity` longer than `alias` stands on the page. */
export const hasLongerForm = (context: PageContext, entity: EntityRef, alias: string): boolean =>
  (context.longestAlias.get(entityKey(entity)) ?? 0) > alias.length;

/** How many other entities of the same pack are on the page. */
export function coMentions(context: PageContext, entity: EntityRef): number {
  const own = entityKey(entity);
  let count = 0;
  for (const key of context.entities) if (key !== own && key.startsWith(`${entity.pack}/`)) count++;
  return count;
}

export function isSameContext(a: PageContext, b: PageContext): boolean {
  if (a.entities.size !== b.entities.size || a.refuted.size !== b.refuted.size) return false;
  for (const key of a.refuted) if (!b.refuted.has(key)) return false;
  for (const [key, length] of a.longestAlias) if (b.longestAlias.get(key) !== length) return false;
  return true;
}
