import type { Age } from '../core/card/compare-dates.ts';
import type { AsOf, Certainty, Quality } from '../core/model/fact.ts';
import type { EntityType } from '../core/model/entity.ts';
import type { Evidence } from '../core/model/mention.ts';
import { formatLooseDate } from './format-date.ts';

/** The words in which the card says things. English only for now; every sentence a reader sees is here or in a view. */

export const TYPE_WORDS: Readonly<Record<EntityType, string>> = {
  company: 'Company',
  policy: 'Policy',
  agency: 'Agency',
  person: 'Person',
  product: 'Product',
  place: 'Place',
  institution: 'Institution',
  initiative: 'Initiative',
  benchmark: 'Benchmark',
  fund: 'Fund',
  concept: 'Concept',
};

export const CERTAINTY_WORDS: Readonly<Record<Certainty, { readonly word: string; readonly meaning: string }>> = {
  asserted: { word: 'Asserted', meaning: 'The source states this flatly.' },
  reported: { word: 'Reported', meaning: 'The source attributes this to somebody else.' },
  forecast: { word: 'Forecast', meaning: 'A statement about the future.' },
  opinion: { word: 'Opinion', meaning: 'A judgement of the source or of the person quoted.' },
};

export const QUALITY_WORDS: Readonly<
  Record<Exclude<Quality, 'ok'>, { readonly word: string; readonly meaning: string }>
> = {
  suspect: { word: 'Doubtful', meaning: 'This is likely to be wrong.' },
  stale: { word: 'Outdated', meaning: 'This was out of date when the source printed it.' },
  corrupt: { word: 'Damaged text', meaning: 'The text of the source is damaged here.' },
  vague: { word: 'Vague', meaning: 'The source gives nothing that could be checked.' },
  promotional: { word: 'Promotional', meaning: 'The source praises rather than reports.' },
};

export const EVIDENCE_WORDS: Readonly<Record<Evidence, string>> = {
  'full-name': 'it is a full name',
  'single-word': 'it is a distinctive name',
  abbreviation: 'it is an abbreviation',
  ideographic: 'it is a name in Chinese, Japanese or Korean',
  'short-ideographic': 'it is a short name in Chinese, Japanese or Korean',
  derived: 'it follows from a listed name',
  plural: 'it stands in the plural',
  'needed-word': 'a word nearby points to it',
  'needed-entity': 'a related name is on this page',
  'long-form': 'the long form is on this page',
  'needs-unmet': 'what the pack asks for is not nearby',
  'long-form-missing': 'the long form is not on this page',
  'introduced-here': 'this page introduces the short form',
  'introduced-for-another': 'this page introduces the short form for another name',
  'spelled-out-otherwise': 'this page has another name with these initials',
  'co-mention': 'other names of the same pack are on this page',
  'also-in-lower-case': 'the page uses it as an ordinary word too',
  'borne-by-another': 'somebody else on this page is called that',
  'part-of-longer-name': 'it is part of a longer name',
  'name-of-another-person': 'it belongs to somebody else',
  'cuts-a-word': 'it stands inside other words',
  'case-differs': 'it is written in lower case here',
  'low-among-capitals': 'it is written in lower case in a text with capitals',
  'all-caps-line': 'the line is set in capitals',
  'other-language': 'the sentence is not in English and could not be judged',
  'verb-follows': 'a verb follows, as after a name',
  'noun-follows': 'a noun follows, as after an ordinary word',
  'number-follows': 'a number follows',
  'article-precedes': 'an article stands before it',
  'indefinite-article-precedes': 'an indefinite article stands before it',
  'article-precedes-common-noun': 'it is used as an ordinary word',
  'preposition-precedes': 'a preposition stands before it',
  possessive: 'it is used as an owner',
  'ordinary-word': 'the word has an ordinary meaning too',
  'ordinary-word-in-capitals': 'the word has an ordinary meaning too',
  'opens-sentence': 'it may owe its capital to the beginning of a sentence',
  'given-name': 'it is a given name too',
};

const BASIS_WORDS: Readonly<Record<AsOf['basis'], string>> = {
  stated: 'The source gives this date.',
  'document-date': 'The source gives no date; this is the date of its publication.',
  inferred: 'Worked out from the source, which does not give the date in so many words.',
  unknown: 'The source gives no date for this.',
};

/** The as-of date, or "undated", and how it is known. */
export function asOfWords(asOf: AsOf, locale: string): { readonly words: string; readonly meaning: string } {
  const meaning = BASIS_WORDS[asOf.basis];
  if (asOf.basis === 'unknown') return { words: 'undated', meaning };
  const date = formatLooseDate(asOf.date, locale);
  return { words: asOf.basis === 'inferred' ? `as of ${date}, inferred` : `as of ${date}`, meaning };
}

/** How old a fact is beside the article. */
export const ageWords = (age: NonNullable<Age>, locale: string): string =>
  age.relation === 'newer' ? 'newer than this article' : `${countWords(age.years, 'year', 'years', locale)} older`;

/** "1 fact", "7 facts". */
export const countWords = (count: number, one: string, many: string, locale: string): string =>
  `${new Intl.NumberFormat(locale).format(count)} ${new Intl.PluralRules(locale).select(count) === 'one' ? one : many}`;
