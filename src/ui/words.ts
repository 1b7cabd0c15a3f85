import type { Age } from '../core/card/compare-dates.ts';
import type { AsOf } from '../core/model/fact.ts';
import { keyPart, t } from '../locales/translate.ts';
import { formatLooseDate } from './format-date.ts';

/** The as-of date, or "undated", and how it is known. */
export function asOfWords(asOf: AsOf, locale: string): { readonly words: string; readonly meaning: string } {
  const meaning = t(`dateBasis.${keyPart(asOf.basis)}`);
  if (asOf.basis === 'unknown') return { words: t('fact.undated'), meaning };
  const date = formatLooseDate(asOf.date, locale);
  return { words: asOf.basis === 'inferred' ? t('fact.asOfInferred', { date }) : t('fact.asOf', { date }), meaning };
}

/** How old a fact is beside the article. */
export const ageWords = (age: NonNullable<Age>): string =>
  age.relation === 'newer' ? t('fact.newer') : t('fact.older', age.years);
