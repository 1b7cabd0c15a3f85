import type { Entity, EntityRef } from '../model/entity.ts';

/** A name of another entity inside a statement. Offsets are UTF-16 code units of the statement, end exclusive. */
export type NameInStatement = { readonly start: number; readonly end: number; readonly entity: EntityRef };

/** Shorter names are mistaken too easily without the judgement that pages get. */
const MIN_LENGTH = 3;

/**
 * Where a statement names some of `others`, by name or listed alias, leftmost and longest first, never overlapping. The
 * author of the fact has said whom it is about, so that a plain search is enough here.
 */
export function findNames(statement: string, pack: string, others: readonly Entity[]): NameInStatement[] {
  const found = others
    .flatMap((entity) => spellingsOf(entity).flatMap((spelling) => occurrences(statement, spelling, { pack, entity })))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((name) => {
    if (name.start < end) return false;
    end = name.end;
    return true;
  });
}

const spellingsOf = ({ name, aliases }: Entity): string[] =>
  [...new Set([name, ...aliases.map(({ text }) => text)])].filter(({ length }) => length >= MIN_LENGTH);

function occurrences(
  text: string,
  spelling: string,
  { pack, entity }: { pack: string; entity: Entity },
): NameInStatement[] {
  const found: NameInStatement[] = [];
  for (let start = text.indexOf(spelling); start >= 0; start = text.indexOf(spelling, start + 1)) {
    const end = start + spelling.length;
    if (!isLetter(text.slice(0, start).at(-1)) && !isLetter(text[end]))
      found.push({ start, end, entity: { pack, id: entity.id } });
  }
  return found;
}

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character) && !/\p{Script=Han}/u.test(character);
