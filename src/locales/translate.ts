import { createI18n } from '@wxt-dev/i18n';
import { browser } from 'wxt/browser';
import type en from './en.json';

/** A text with forms for one and for many. */
type Forms = { readonly n: string };

/** The dotted paths that lead to a `Wanted` in a tree of texts. */
type PathsTo<Wanted, Tree> = {
  [Name in keyof Tree & string]: Tree[Name] extends Wanted
    ? Name
    : Tree[Name] extends string | Forms
      ? never
      : `${Name}.${PathsTo<Wanted, Tree[Name]>}`;
}[keyof Tree & string];

/** The key of a text, and of one that depends on a number. */
export type TextKey = PathsTo<string, typeof en>;
export type CountKey = PathsTo<Forms, typeof en>;

/** What stands in the places of a text: `{name}`. */
type Values = Readonly<Record<string, string>>;

const texts = createI18n();

/**
 * A text in the reader's language: `t('popup.markNames')`, `t('popup.goTo', { name })`; where it depends on a number, with
 * that: `t('count.facts', 7)`, whose place in the text is `{count}`.
 */
export function t(key: TextKey, values?: Values): string;
export function t(key: CountKey, count: number, values?: Values): string;
export function t(key: TextKey | CountKey, first: Values | number = {}, values: Values = {}): string {
  if (typeof first !== 'number') return texts.t(key, first);
  return texts.t(key, first, { ...values, count: formatNumber(first, uiLocale()) });
}

/** Made once for each language: making one takes longer than writing a hundred numbers with it. */
const made = new Map<string, Intl.NumberFormat>();

/** A number as a language writes it. */
export function formatNumber(number: number, locale: string): string {
  const format = made.get(locale) ?? new Intl.NumberFormat(locale);
  made.set(locale, format);
  return format.format(number);
}

type WithoutHyphens<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}_${WithoutHyphens<Tail>}`
  : Name;

/** A name of the core as part of a key, in which browsers allow no hyphen: `full-name` is `full_name`. */
export const keyPart = <Name extends string>(name: Name): WithoutHyphens<Name> =>
  name.replaceAll('-', '_') as WithoutHyphens<Name>;

/**
 * The language of the texts, for dates and numbers beside them. Where that is the reader's own language it is that of the
 * reader's region too; a reader whose language we do not have reads English.
 */
export function uiLocale(): string {
  const [language, reader] = [t('language.tag'), browser.i18n.getUILanguage()];
  return reader === language || reader.startsWith(`${language}-`) ? reader : language;
}

/** Says of a page in which language its texts are, and in which direction they run. */
export function declareLanguage(page: HTMLElement): void {
  page.lang = uiLocale();
  page.dir = t('language.direction');
}
