import type { Alias, Entity } from '../model/entity.ts';
import type { Capitals } from '../matching/alias-index.ts';
import { deriveAliases } from '../matching/derive-aliases.ts';
import type { TrackedAlias } from '../model/mention.ts';

/**
 * Every alias under which an entity is looked for. The name itself counts as one; an entry of the list with the same text
 * gives it rules. Spellings that follow from the listed ones come last.
 */
export function trackedAliases(pack: string, entity: Entity): TrackedAlias[] {
  const ownName: Alias = { text: entity.name };
  const listed = entity.aliases.some((alias) => alias.text === entity.name)
    ? entity.aliases
    : [ownName, ...entity.aliases];
  const track = (alias: Alias): TrackedAlias => ({
    entity: { pack, id: entity.id },
    name: entity.name,
    type: entity.type,
    alias,
    paint: entity.highlight !== false && alias.highlight !== false,
  });
  return [
    ...listed.map(track),
    ...deriveAliases(entity).map(({ alias, from }) => ({ ...track(alias), derivedFrom: from })),
  ];
}

/** How many of its first letters must be capitals for an alias to be meant at all; other texts need not even be looked at. */
export function requiredCapitals({ alias, ordinary }: TrackedAlias): Capitals {
  if (alias.case !== 'exact' && ordinary !== true) return 0;
  if (/^\p{Lu}{2}/u.test(alias.text)) return 2;
  return /^\p{Lu}/u.test(alias.text) ? 1 : 0;
}

/** The word to look up in a lexicon: of an alias of one Latin word that may stand in any case. Null for all others. */
export const wordToLookUp = ({ alias }: TrackedAlias): string | null =>
  alias.case !== 'exact' && /^\p{Script=Latin}+$/u.test(alias.text) ? alias.text.toLowerCase() : null;

/** Marks the aliases whose word is an ordinary one. */
export const markOrdinary = (aliases: readonly TrackedAlias[], ordinary: ReadonlySet<string>): TrackedAlias[] =>
  aliases.map((alias) => (ordinary.has(wordToLookUp(alias) ?? '') ? { ...alias, ordinary: true } : alias));
