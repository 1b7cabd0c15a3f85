import type { SheetRow } from './sheet-rows.ts';
import { parseWrittenNumber } from './written-number.ts';

/** A sum of money where a currency is given, a quantity where a unit is; undefined where there is no number. */
export function readValue(row: SheetRow<'facts'>): Readonly<Record<string, unknown>> | undefined {
  const [written, currency, unit] = [row.read('number'), row.read('currency').toUpperCase(), row.read('unit')];
  if (written === '') {
    const lonely = (['currency', 'unit'] as const).find((field) => row.read(field) !== '');
    if (lonely !== undefined)
      row.report(lonely, 'missing-value', `there is no number for it; give one or clear this cell.`);
    return undefined;
  }
  const number = parseWrittenNumber(written);
  if (!number.ok) {
    row.report('number', number.error.code, number.error.message);
    return undefined;
  }
  if ((currency === '') === (unit === '')) {
    const which = currency === '' ? 'neither currency nor unit' : 'both a currency and a unit';
    row.report('number', 'missing-value', `the number has ${which}; give one of them, such as USD or employees.`);
    return undefined;
  }
  return currency === ''
    ? { type: 'quantity', number: number.value, unit }
    : { type: 'money', number: number.value, currency };
}
