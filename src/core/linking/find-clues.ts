import { entityKey } from '../model/mention.ts';
import type { Span } from '../matching/verify-candidate.ts';
import { contentWords, type Hit } from './collect-hits.ts';
import { findDefinition } from './find-definition.ts';
import { findExpansion } from './find-expansion.ts';
import { isShortForm } from './name-shape.ts';
import { aliasKey, type PageClues } from './page-context.ts';

/** A page spells an abbreviation out near its first use; a text without end is not read to its end for every name. */
const MAX_SEARCHED = 20_000;

/** What the text of a run says about the short forms in it, whoever is meant by them. */
export function findClues(hits: readonly Hit[], text: string): Pick<PageClues, 'refuted' | 'otherwise'> {
  const abbreviations = hits.filter((hit) => isShortForm(hit.tracked.alias.text));
  const isOwn = (hit: Hit, span: Span): boolean =>
    hits.some((other) => isSameEntity(other, hit) && overlaps(other, span)) || isOwnWording(hit, text, span);
  return {
    refuted: abbreviations.filter((hit) => isGivenToAnother(hit, text, isOwn)).map(keyOf),
    otherwise: abbreviations.filter((hit) => isSpelledOutOtherwise(hit, text, isOwn)).map(keyOf),
  };
}

export const keyOf = (hit: Hit): string => aliasKey(hit.tracked.entity, hit.tracked.alias.text);

type IsOwn = (hit: Hit, span: Span) => boolean;

/** "Central Arizona College (CAC)" gives the short form to a college for the rest of the page. */
function isGivenToAnother(hit: Hit, text: string, isOwn: IsOwn): boolean {
  const definition = findDefinition(text, hit);
  return definition !== null && !isOwn(hit, definition.longForm);
}

/** "The National Youth Theatre … NYT": no bracket says so, but readers understand. */
function isSpelledOutOtherwise(hit: Hit, text: string, isOwn: IsOwn): boolean {
  const expansion = findExpansion(text.slice(0, MAX_SEARCHED), hit.tracked.alias.text);
  return expansion !== null && !isOwn(hit, expansion);
}

/** "China's Cyberspace Administration" is another way to say an entity's name: it has no capitalised word of its own. */
function isOwnWording(hit: Hit, text: string, span: Span): boolean {
  const own = contentWords(hit.tracked.name);
  const given = contentWords(text.slice(span.start, span.end).replace(/(?<!\p{Lu}\p{L}*)\b\p{Ll}[\p{L}\p{M}]*/gu, ''));
  return own.length > 1 && given.length > 0 && given.every((word) => own.includes(word));
}

const isSameEntity = (a: Hit, b: Hit): boolean => entityKey(a.tracked.entity) === entityKey(b.tracked.entity);

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
