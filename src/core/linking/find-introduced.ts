import type { Mention, TrackedAlias } from '../model/mention.ts';
import type { EntityType } from '../model/entity.ts';
import { findDefinition } from './find-definition.ts';

/** What of a mention its short form takes over. */
type Introducer = Pick<Mention, 'start' | 'end' | 'entity' | 'name' | 'alias' | 'paint' | 'privacy'> & {
  readonly type: EntityType;
};

/** A short form in brackets right behind a name: capitals, perhaps with small letters, digits, dots between them. */
const SHORT_FORM_BEHIND = /^\s*[([（]\s*["“]?(\p{Lu}[\p{L}\p{N}&.-]{1,9})(?=["”]?\s*[)\],;）])/u;

/**
 * The short forms that a text introduces behind the names in it: "Yangtze River Delta (YRD)". They hold for the page, as
 * aliases spelled exactly so. Names whose letters do not explain the bracket introduce nothing.
 */
export function findIntroduced(text: string, introducers: readonly Introducer[]): TrackedAlias[] {
  return introducers.flatMap(({ start, end, entity, name, type, alias, paint, privacy }) => {
    const match = SHORT_FORM_BEHIND.exec(text.slice(end, end + 24));
    const short = match?.[1];
    if (match === null || short === undefined || (short.match(/\p{Lu}/gu)?.length ?? 0) < 2) return [];
    const shortForm = { start: end + match[0].length - short.length, end: end + match[0].length };
    const definition = findDefinition(text, shortForm);
    if (definition === null || definition.longForm.end !== end || definition.longForm.start < start) return [];
    const own = { text: short, kind: 'abbreviation' as const, case: 'exact' as const };
    return [{ entity, name, type, alias: own, paint, privacy, derivedFrom: alias, introduced: true as const }];
  });
}
