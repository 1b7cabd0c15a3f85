import type { Alias, EntityRef } from '../model/entity.ts';
import { entityKey, type Reason } from '../model/mention.ts';
import type { Span } from '../matching/verify-candidate.ts';
import { findPhrase, normalizeText, originalSpan, type NormalizedText } from '../text/normalize.ts';
import { hasLongerForm, type PageContext } from './page-context.ts';

/**
 * Whether the alias stands in the case its rule asks for. A name set in capitals throughout still obeys ("SHANGHAI" opening a
 * dispatch); how likely it is then the name is weighed as evidence.
 */
export function obeysCase(alias: Alias, surface: string): boolean {
  if (alias.case !== 'exact') return true;
  const [wanted, found] = [plainCase(alias.text), plainCase(surface)];
  return found === wanted || found === wanted.toUpperCase();
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
 * The reason why the needs of an alias are met, null if they are not, or `none` if it needs nothing. Words are looked for
 * in the run's text, the rest on the page.
 */
export function meetsNeeds(
  alias: Alias,
  entity: EntityRef,
  text: NormalizedText,
  span: Span,
  context: PageContext,
): Reason | 'none' | null {
  const { needs } = alias;
  if (needs === undefined) return 'none';
  if (needs.longForm === true && hasLongerForm(context, entity, alias.text))
    return { evidence: 'long-form', weight: 2.5 };
  if (needs.words?.some((word) => standsBeside(text, word, alias.text, span)) === true) {
    return { evidence: 'needed-word', weight: 2 };
  }
  if (needs.entities?.some((id) => context.entities.has(entityKey({ pack: entity.pack, id }))) === true) {
    return { evidence: 'needed-entity', weight: 1.5 };
  }
  return null;
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

/** Letters only, full-width as plain: what is left is compared case by case. */
const plainCase = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
