const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** Bytes as people read them: 1 kB, 14 kB, 1.3 MB. */
export function formatBytes(bytes: number, locale: string): string {
  const step = bytes < 1e6 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3) - 1);
  const amount = bytes === 0 ? 0 : Math.max(1, bytes / 1000 ** (step + 1));
  const maximumFractionDigits = step > 0 && amount < 10 ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: 'unit', unit: UNITS[step], maximumFractionDigits }).format(amount);
}

const SPANS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** A point in time as seen from another: 3 hours ago, in 2 days. Both are milliseconds since the epoch. */
export function formatWhen(time: number, now: number, locale: string): string {
  const distance = time - now;
  const [unit, span] = SPANS.find(([, length]) => Math.abs(distance) >= length) ?? ['minute', 60_000];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(distance / span), unit);
}

/** A span of time that is left: 40 sec, 3 min. In milliseconds. */
export function formatSpan(durationMs: number, locale: string): string {
  const [unit, amount] =
    durationMs < 90_000 ? (['second', durationMs / 1000] as const) : (['minute', durationMs / 60_000] as const);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 0 }).format(Math.ceil(amount));
}

/** A day with its time, for a log. */
export const formatTime = (time: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(time);

/** The day alone. */
export const formatDay = (time: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(time);
