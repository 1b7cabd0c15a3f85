import { entityKey, type Mention, type TrackedAlias } from '../model/mention.ts';
import type { Fingerprint } from '../matching/alias-key.ts';
import type { EntityRef } from '../model/entity.ts';

/** What one run tells about the names of the whole page. */
export type PageClues = {
  readonly mentions: readonly Pick<Mention, 'entity' | 'alias'>[];
  /** Those of them that lean on nothing elsewhere on the page. */
  readonly certain: readonly Pick<Mention, 'entity' | 'alias'>[];
  /** Short forms that the run introduces for its own names. */
  readonly introduced: readonly TrackedAlias[];
  /** Short forms that the run introduces for somebody else; as {@link aliasKey}s. */
  readonly refuted: readonly string[];
  /** Abbreviations whose letters are the initials of another name here. */
  readonly otherwise: readonly string[];
  /** Capitalised names that stand here as ordinary words, in lower case. */
  readonly lowered: readonly Fingerprint[];
  /** Names that somebody else bears here. */
  readonly borrowed: readonly string[];
};

/** What the rest of the page says about a name: the clues of all runs together. */
export type PageContext = {
  /** Entities with a mention that needed no context. */
  readonly entities: ReadonlySet<string>;
  /** The longest alias of any mention of each entity, in characters. Only shorter ones lean on it. */
  readonly longestAlias: ReadonlyMap<string, number>;
  /** By {@link aliasKey}. */
  readonly introduced: ReadonlyMap<string, TrackedAlias>;
  readonly refuted: ReadonlySet<string>;
  readonly otherwise: ReadonlySet<string>;
  readonly lowered: ReadonlySet<Fingerprint>;
  readonly borrowed: ReadonlySet<string>;
};

export const EMPTY_CONTEXT: PageContext = {
  entities: new Set(),
  longestAlias: new Map(),
  introduced: new Map(),
  refuted: new Set(),
  otherwise: new Set(),
  lowered: new Set(),
  borrowed: new Set(),
};

/** One string for an alias of an entity. */
export const aliasKey = (entity: EntityRef, alias: string): string => `${entityKey(entity)} ${alias}`;

/** The context that the clues of all runs make; their order does not matter. */
export function contextOf(runs: readonly PageClues[]): PageContext {
  const longestAlias = new Map<string, number>();
  for (const { entity, alias } of runs.flatMap((run) => run.mentions)) {
    const key = entityKey(entity);
    longestAlias.set(key, Math.max(longestAlias.get(key) ?? 0, alias.length));
  }
  return {
    entities: new Set(runs.flatMap((run) => run.certain.map(({ entity }) => entityKey(entity)))),
    longestAlias,
    introduced: new Map(
      runs.flatMap((run) => run.introduced).map((tracked) => [aliasKey(tracked.entity, tracked.alias.text), tracked]),
    ),
    refuted: new Set(runs.flatMap((run) => run.refuted)),
    otherwise: new Set(runs.flatMap((run) => run.otherwise)),
    lowered: new Set(runs.flatMap((run) => run.lowered)),
    borrowed: new Set(runs.flatMap((run) => run.borrowed)),
  };
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
  if (a.longestAlias.size !== b.longestAlias.size || !isSameSet(a.entities, b.entities)) return false;
  for (const [key, length] of a.longestAlias) if (b.longestAlias.get(key) !== length) return false;
  if (!isSameSet(new Set(a.introduced.keys()), new Set(b.introduced.keys()))) return false;
  return isSameSet(a.lowered, b.lowered) && CLUE_SETS.every((name) => isSameSet(a[name], b[name]));
}

const CLUE_SETS = ['refuted', 'otherwise', 'borrowed'] as const;

function isSameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  if (a.size !== b.size) return false;
  for (const key of a) if (!b.has(key)) return false;
  return true;
}
