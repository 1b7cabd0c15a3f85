/**
 * A date as pages give it to machines (ISO 8601, perhaps with slashes; a time may follow), as `YYYY-MM-DD` or less of it; null
 * for anything else.
 */
export function readPageDate(text: string | null | undefined): string | null {
  const match = /^\s*(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?/.exec(text ?? '');
  if (match === null) return null;
  const [, year = '', month, day] = match;
  if (Number(year) < 1800 || Number(month ?? 1) > 12 || Number(day ?? 1) > 31) return null;
  return [year, month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])).join('-');
}
