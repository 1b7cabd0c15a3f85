import { t } from '../locales/translate.ts';

const FORMATS: readonly Intl.DateTimeFormatOptions[] = [
  { year: 'numeric' },
  { year: 'numeric', month: 'short' },
  { year: 'numeric', month: 'short', day: 'numeric' },
];

/** A date of a pack (`2018`, `2018-05`, `198X`, `1950/1969`, `2018/..`) in words, as precise as it is and no more. */
export function formatLooseDate(date: string, locale: string): string {
  const [from = '', to] = date.split('/');
  if (to === undefined) return formatPoint(from, locale);
  if (to === '..') return `${formatPoint(from, locale)} –`;
  return from === '..' ? `– ${formatPoint(to, locale)}` : `${formatPoint(from, locale)} – ${formatPoint(to, locale)}`;
}

function formatPoint(date: string, locale: string): string {
  if (date.endsWith('X')) return t('date.decade', { year: `${date.slice(0, -1)}0` });
  const parts = date.split('-').map(Number);
  const [year = 0, month = 1, day = 1] = parts;
  return formatFor(locale, parts.length).format(new Date(Date.UTC(year, month - 1, day)));
}

/** Made once: making one takes longer than writing a hundred dates with it. */
const made = new Map<string, Intl.DateTimeFormat>();

function formatFor(locale: string, partCount: number): Intl.DateTimeFormat {
  const key = `${locale} ${partCount}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(locale, { ...FORMATS[partCount - 1], timeZone: 'UTC' });
  made.set(key, format);
  return format;
}
