import { LIMITS } from '../model/limits.ts';
import { withoutEmpty } from './draft-record.ts';
import { isJsonObject } from './read-json.ts';
import { parseWrittenDate } from './written-date.ts';

/** The text of a field: numbers as digits, without the few tags that CSL allows in titles. Undefined for anything else. */
export function cslText(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  const plain = value.replaceAll(/<\/?(?:i|b|sub|sup|sc|span)(?: [^<>]*)?>/g, '');
  return plain.replaceAll(/\s+/g, ' ').trim();
}

/** Names, with particles before the family name and a suffix behind the given one; "et al." beyond the cap. */
export function cslNames(value: unknown): readonly Readonly<Record<string, unknown>>[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const names = value.filter(isJsonObject).flatMap((name) => {
    const join = (...parts: readonly string[]): string =>
      parts
        .map((part) => cslText(name[part]) ?? '')
        .filter((part) => part !== '')
        .join(' ');
    const family = join('dropping-particle', 'non-dropping-particle', 'family');
    const literal = join('literal');
    if (literal !== '') return [{ literal }];
    if (family === '') return join('given') === '' ? [] : [{ literal: join('given', 'suffix') }];
    return [withoutEmpty({ family, given: join('given', 'suffix') })];
  });
  if (names.length === 0) return undefined;
  const most = LIMITS.authorsPerSource;
  return names.length > most ? [...names.slice(0, most - 1), { literal: 'et al.' }] : names;
}

/** What became of a date: CSL date parts, or the words that could not be understood. */
export type CslDate = { readonly parts?: readonly (readonly number[])[]; readonly words?: string };

/** Zotero writes years as texts, and dates it does not understand as `raw` or `literal`. */
export function cslDate(value: unknown): CslDate {
  if (!isJsonObject(value)) return {};
  const written = Array.isArray(value['date-parts']) ? (value['date-parts'] as readonly unknown[]) : [];
  const parts = written
    .slice(0, 2)
    .flatMap((date) =>
      Array.isArray(date)
        ? [
            date
              .slice(0, 3)
              .filter((part) => part !== '')
              .map(Number),
          ]
        : [],
    )
    .filter((date) => date.length > 0);
  if (parts.length > 0) return { parts };
  const words = cslText(value['raw']) || cslText(value['literal']) || '';
  if (words === '') return {};
  const date = parseWrittenDate(words);
  return date.ok && /^\d{4}(?:-\d\d){0,2}$/.test(date.value)
    ? { parts: [date.value.split('-').map(Number)] }
    : { words };
}
