/** Days as numbers that sort: `20190805`. What a date leaves open is 0 at its beginning and 99 at its end. */
export type DateSpan = {
  readonly first: number;
  readonly last: number;
  /** The date by which one fact is newer than another: where an interval ends, unless its end is open. */
  readonly newest: number;
};

const UNDATED: DateSpan = { first: 0, last: 0, newest: 0 };
const OPEN_END = 99_999_999;
/** Before every date, and after "undated". */
const OPEN_START = 1;

/** The days that a date of a pack may mean: `2018`, `2018-05`, `198X`, `1950/1969`, `2018/..`; all 0 where there is none. */
export function spanOf(date: string | null): DateSpan {
  if (date === null || date === '') return UNDATED;
  const [from = '', to] = date.split('/');
  const [start, end] = [boundsOf(from), boundsOf(to ?? from)];
  if (start === null && end === null) return UNDATED;
  return {
    first: start?.first ?? OPEN_START,
    last: end?.last ?? OPEN_END,
    newest: end?.first ?? start?.first ?? 0,
  };
}

/** The number of {@link DateSpan} as the date it came from, as precise as it was; null for 0. */
export function printDay(day: number): string | null {
  if (day === 0) return null;
  const [year, month, date] = [Math.floor(day / 10_000), Math.floor(day / 100) % 100, day % 100];
  const two = (part: number): string => String(part).padStart(2, '0');
  return [String(year).padStart(4, '0'), ...(month === 0 ? [] : [two(month)]), ...(date === 0 ? [] : [two(date)])].join(
    '-',
  );
}

function boundsOf(point: string): { first: number; last: number } | null {
  if (point === '..' || point === '') return null;
  if (point.endsWith('X')) {
    const decade = Number(point.slice(0, -1)) * 10;
    return { first: decade * 10_000, last: (decade + 9) * 10_000 + 9999 };
  }
  const [year = 0, month, day] = point.split('-').map(Number);
  return {
    first: year * 10_000 + (month ?? 0) * 100 + (day ?? 0),
    last: year * 10_000 + (month ?? 99) * 100 + (day ?? 99),
  };
}
