import type { Alias, EntityRef } from '../model/entity.ts';
import { entityKey, type Evidence } from '../model/mention.ts';
import type { Span } from '../matching/verify-candidate.ts';
import { findPhrase, normalizeText, originalSpan, type NormalizedText } from '../text/normalize.ts';
import { hasLongerForm, type PageContext } from './page-context.ts';

type Need = Extract<Evidence, 'long-form' | 'needed-word' | 'needed-entity' | 'needs-unmet' | 'long-form-missing'>;

/**
 * Whether the alias stands in the case its rule asks for. A name set in capitals throughout still obeys ("SHANGHAI" opening a
 * dispatch); how likely it is then the name is weighed as evidence.
 */
export function obeysCase(alias: Alias, surface: string): boolean {
  if (addsUmlaut(alias.text, surface)) return false;
  if (alias.kind === 'ticker') return isSameCode(alias.text, surface);
  if (alias.case !== 'exact') return !isHalfLowered(alias.text, surface);
  const [wanted, found] = [plainCase(alias.text), plainCase(surface)];
  return found === wanted || found === wanted.toUpperCase();
}

/** A ticker is a code: "1810-HK" on a part is not 1810.HK. */
const isSameCode = (alias: string, surface: string): boolean =>
  alias.replaceAll(/\s+/gu, '').toUpperCase() === surface.normalize('NFKC').replaceAll(/\s+/gu, '').toUpperCase();

/** An umlaut or a ring that the name has not makes another word, "über"; leaving one out is a matter of keyboards. */
const addsUmlaut = (alias: string, surface: string): boolean =>
  /[\u0308\u030a]/u.test(surface.normalize('NFD')) && !/[\u0308\u030a]/u.test(alias.normalize('NFD'));

/** Two words of which only the first kept its capital: "a Carnegie endowment" is not the Carnegie Endowment. */
function isHalfLowered(alias: string, surface: string): boolean {
  const [wanted, found] = [alias.match(WORDS) ?? [], surface.match(WORDS) ?? []];
  if (wanted.length !== 2 || found.length !== 2) return false;
  return wanted.every(isCapitalised) && isCapitalised(found[0] ?? '') && !isCapitalised(found[1] ?? '');
}

const WORDS = /\p{L}[\p{L}\p{M}]+/gu;
const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);

/** Whether the word of which `surface` is the beginning goes on with an s. After 小米 an S begins another (小米SU7). */
export const isInflected = (surface: string, next: string | undefined): boolean =>
  (next === 's' || next === 'S') && /[\p{L}\p{N}]$/u.test(surface) && !/\p{Script=Han}$/u.test(surface);

/** Shorter words with an s are other words: "Mas" is not "Ma". */
const MIN_PLURAL_LENGTH = 4;

/**
 * Whether a name may stand before this next character. A letter there is the s of a plural, or of a genitive as German has
 * it, and that only a name as the pack spells it can have.
 */
export function obeysInflection(alias: Alias, surface: string, next: string | undefined): boolean {
  if (!isInflected(surface, next)) return true;
  const isLong = surface.length >= MIN_PLURAL_LENGTH || (/^\p{Lu}+$/u.test(surface) && next === 's');
  return isLong && (surface === alias.text || (next === 'S' && surface === alias.text.toUpperCase()));
}

/** Whether the span is part of one of the longer phrases in which the alias means something else. */
export function isPartOfOtherPhrase(alias: Alias, text: NormalizedText, span: Span): boolean {
  if (alias.not === undefined) return false;
  return alias.not.some((phrase) => {
    const folded = normalizeText(phrase).folded;
    return findPhrase(text, folded).some((at) => {
      const whole = originalSpan(text, at, at + folded.length);
      return whole.start <= span.start && whole.end >= span.end && whole.end - whole.start > span.end - span.start;
    });
  });
}

/**
 * How the needs of an alias are met, or that they are not; null if it needs nothing. Words are looked for in the run's text,
 * the rest on the page.
 */
export function meetsNeeds(
  alias: Alias,
  entity: EntityRef,
  text: NormalizedText,
  span: Span,
  context: PageContext,
): Need | null {
  const { needs } = alias;
  if (needs === undefined) return null;
  if (needs.longForm === true && hasLongerForm(context, entity, alias.text)) return 'long-form';
  if (needs.words?.some((word) => standsBeside(text, word, alias.text, span)) === true) {
    return 'needed-word';
  }
  // An id of its own pack, or the key of an entity that stands for it in another.
  const isOnPage = (id: string): boolean =>
    context.entities.has(id.includes('/') ? id : entityKey({ pack: entity.pack, id }));
  if (needs.entities?.some(isOnPage) === true) {
    return 'needed-entity';
  }
  return needs.words === undefined && needs.entities === undefined ? 'long-form-missing' : 'needs-unmet';
}

/**
 * Whether the phrase stands in the text: beside the name, or, if it contains the name ("Beijing has vowed"), around this very
 * occurrence of it.
 */
function standsBeside(text: NormalizedText, phrase: string, alias: string, span: Span): boolean {
  const wanted = normalizeText(phrase);
  const containsName = findPhrase(wanted, normalizeText(alias).folded).length > 0;
  return findPhrase(text, wanted.folded).some((at) => {
    const word = originalSpan(text, at, at + wanted.folded.length);
    const around = word.start <= span.start && word.end >= span.end;
    return containsName
      ? around && word.end - word.start > span.end - span.start
      : !around && (word.end <= span.start || word.start >= span.end);
  });
}

/**
 * Letters only, full-width as plain and without tone marks (Bǎidù): what is left is compared case by case. Umlauts and rings
 * stay, for they make other letters: "Über" is not "Uber".
 */
const plainCase = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}\u0308\u030a]/gu, '')
    .normalize('NFC');
