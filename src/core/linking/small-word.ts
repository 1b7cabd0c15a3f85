import { guessLanguage, isSmallWordOf } from '../text/text-language.ts';
import type { Hit } from './collect-hits.ts';
import { isAbbreviation } from './name-shape.ts';

/** A sentence or two on each side, to tell the language by. */
const REACH = 200;

/**
 * Whether an abbreviation spells one of the commonest words of the language around it: MIT among German nouns is "with", set
 * in capitals as on a notice. English has its own way (compromise knows its words).
 */
export function isSmallWordInCapitals({ tracked, start, end }: Hit, text: string): boolean {
  if (!isAbbreviation(tracked.alias.text)) return false;
  const language = guessLanguage(text.slice(Math.max(0, start - REACH), end + REACH));
  return language !== null && language !== 'en' && isSmallWordOf(language, tracked.alias.text.toLowerCase());
}
