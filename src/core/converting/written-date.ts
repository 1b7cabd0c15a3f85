import * as v from 'valibot';
import { looseDateSchema } from '../model/text-fields.ts';
import { err, ok, type Result } from '../model/result.ts';
import type { CellProblem } from './cell-problem.ts';
import { monthOf } from './month-names.ts';

const REMEDY = 'write it as 2026-03-05, 2026-03 or 2026';

/**
 * Understands dates as people write them and gives them as the format wants them (`looseDateSchema`): ISO 8601 and EDTF, year
 * first with any separator, day first with dots, names of months in English and German, Chinese dates, decades. A date that
 * two readers would read differently is refused with both readings.
 */
export function parseWrittenDate(written: string): Result<string, CellProblem> {
  const text = written.normalize('NFKC').trim().replaceAll(/\s+/g, ' ');
  const refuse = (message: string): Result<never, CellProblem> => err({ code: 'invalid-value', message });
  if (/\d{4}.*\//.test(text) && v.is(looseDateSchema, text) && text.split('/').every(isRealDay)) return ok(text);
  if (/^\d{3}X$/i.test(text)) return ok(text.toUpperCase());
  const decade = /^(?:the )?(\d{3})0(?:['’]?s|er(?: Jahre)?|年代)$/i.exec(text);
  if (decade !== null) return ok(`${decade[1]}X`);
  const parts = yearFirst(text) ?? dayFirst(text) ?? monthFirst(text) ?? named(text);
  if (parts !== null) {
    const date = formatDate(parts);
    return date === null ? refuse(`"${text}" is not a day of the calendar; ${REMEDY}.`) : ok(date);
  }
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text)?.slice(1).map(Number);
  if (slashed !== undefined) return slashedDate(text, slashed);
  if (/^\d{5}(?:\.\d+)?$/.test(text)) {
    return refuse(`"${text}" looks like a spreadsheet's day number; format the column as text or date and ${REMEDY}.`);
  }
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2}$/.test(text)) return refuse(`"${text}" has a year of two digits; ${REMEDY}.`);
  return refuse(`"${text.slice(0, 40)}" is not understood as a date; ${REMEDY}.`);
}

type Parts = { readonly year: number; readonly month?: number | undefined; readonly day?: number | undefined };

const partsOf = (match: RegExpExecArray | null, ...order: readonly (keyof Parts)[]): Parts | null => {
  if (match === null) return null;
  const numbers = order.map((name, position) => {
    const digits = match[position + 1];
    return [name, digits === undefined ? undefined : Number(digits)] as const;
  });
  return { year: 0, ...Object.fromEntries(numbers) };
};

/** 2026, 2026-3, 2026/03/05, 2026.3.5, 2026年3月5日, and an ISO time behind the day. */
const yearFirst = (text: string): Parts | null =>
  partsOf(/^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T ]\d\d:\d\d\S*)?)?)?$/.exec(text), 'year', 'month', 'day') ??
  partsOf(/^(\d{4}) ?年(?: ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?[日号])?)?$/.exec(text), 'year', 'month', 'day');

/** 05.03.2026 and 5. 3. 2026: with dots the day comes first everywhere. */
const dayFirst = (text: string): Parts | null =>
  partsOf(/^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text), 'day', 'month', 'year');

/** 03/2026, 3.2026 */
const monthFirst = (text: string): Parts | null => partsOf(/^(\d{1,2})[-/.](\d{4})$/.exec(text), 'month', 'year');

/** 5 March 2026, 5. März 2026, March 5, 2026, March 2026 */
function named(text: string): Parts | null {
  const match =
    /^(?:(?<day>\d{1,2})(?:\.|st|nd|rd|th)?(?: of)? )?(?<name>\p{L}{3,9})\.?,? (?<year>\d{4})$/u.exec(text) ??
    /^(?<name>\p{L}{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/u.exec(text);
  const month = monthOf(match?.groups?.['name'] ?? '');
  if (match === null || month === null) return null;
  const day = match.groups?.['day'];
  return { year: Number(match.groups?.['year']), month, day: day === undefined ? undefined : Number(day) };
}

/** 25/3/2026 has one reading; 3/5/2026 is May in London and March in New York. */
function slashedDate(text: string, [first = 0, second = 0, year = 0]: readonly number[]): Result<string, CellProblem> {
  const readings = [
    formatDate({ year, month: second, day: first }),
    formatDate({ year, month: first, day: second }),
  ].filter((date) => date !== null);
  const [one, other] = [...new Set(readings)];
  if (one === undefined) {
    return err({ code: 'invalid-value', message: `"${text}" is not a day of the calendar; ${REMEDY}.` });
  }
  if (other === undefined) return ok(one);
  return err({
    code: 'ambiguous-value',
    message: `"${text}" may be ${one} or ${other}; write the one that is meant.`,
  });
}

/** As the format wants it; null for a day that no calendar has. */
function formatDate({ year, month, day }: Parts): string | null {
  const date = [
    String(year).padStart(4, '0'),
    ...[month, day].flatMap((part) => (part === undefined ? [] : [pad(part)])),
  ];
  const joined = date.join('-');
  return isRealDay(joined) ? joined : null;
}

const pad = (part: number): string => String(part).padStart(2, '0');

/** Whether the date, as precise as it is, is in the calendar. `..`, an open end, is. */
function isRealDay(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  if (date === '..') return true;
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}
