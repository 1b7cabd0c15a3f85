import type { SheetRow } from './sheet-rows.ts';
import { BASIS_WORDS, findWord } from './vocabulary.ts';
import { parseWrittenDate } from './written-date.ts';

/** When the claim holds: a date is taken as stated unless its basis says otherwise; without a date it is unknown. */
export function readAsOf(row: SheetRow<'facts'>): Readonly<Record<string, string>> {
  const [written, writtenBasis] = [row.read('asOf'), row.read('basis')];
  const basis = writtenBasis === '' ? null : findWord(BASIS_WORDS, writtenBasis);
  if (writtenBasis !== '' && basis === null) {
    const message = `"${writtenBasis.slice(0, 40)}" is not known; write one of ${BASIS_WORDS.words.join(', ')}, or nothing.`;
    row.report('basis', 'invalid-value', message);
  }
  if (written === '') {
    if (basis !== null && basis !== 'unknown') {
      row.report(
        'asOf',
        'missing-value',
        `the basis says "${basis}" and there is no date; give one or clear the basis.`,
      );
    }
    return { basis: 'unknown' };
  }
  if (basis === 'unknown') {
    row.report('basis', 'invalid-value', 'the basis says "unknown" and there is a date; remove one of them.');
  }
  const date = parseWrittenDate(written);
  if (date.ok) return { date: date.value, basis: basis ?? 'stated' };
  row.report('asOf', date.error.code, date.error.message);
  return { basis: 'unknown' };
}
