import { expect, test } from 'vitest';
import { changedFields } from '../../../src/core/packs/field-changes.ts';

test.each([
  ['a text', { certainty: 'reported' }, { certainty: 'asserted' }, 'reported', 'asserted'],
  ['what was not there', {}, { note: 'Perhaps.' }, '', 'Perhaps.'],
  ['what is not there any more', { salience: 3 }, {}, '3', ''],
  ['a date', { asOf: { basis: 'stated', date: '2018-05' } }, { asOf: { basis: 'unknown' } }, '2018-05', ''],
  [
    'a sum',
    { value: { type: 'money', number: 4e9, currency: 'USD' } },
    { value: { type: 'quantity', number: 12, unit: 'labs' } },
    '4000000000 USD',
    '12 labs',
  ],
  [
    'a date of publication',
    { issued: { 'date-parts': [[2018, 5]] } },
    { issued: { 'date-parts': [[2019]] } },
    '2018-5',
    '2019',
  ],
  ['spellings', { aliases: [{ text: 'ACR' }] }, { aliases: [{ text: 'ACR' }, { text: 'Acme' }] }, 'ACR', 'ACR, Acme'],
  ['sources', { references: [{ source: 's1' }] }, { references: [{ source: 's2' }] }, 's1', 's2'],
  [
    'a detail that the words leave out',
    { asOf: { basis: 'stated', date: '2018' } },
    { asOf: { basis: 'inferred', date: '2018' } },
    '{"basis":"stated","date":"2018"}',
    '{"basis":"inferred","date":"2018"}',
  ],
])('%s', (_name, before, after, was, is) => {
  expect(changedFields({ id: 'f1', ...before }, { id: 'f1', ...after })).toMatchObject([{ before: was, after: is }]);
});

test('what is equal is no change, and what is long is cut', () => {
  expect(changedFields({ a: [1], b: { c: 1, d: 2 } }, { b: { d: 2, c: 1 }, a: [1] })).toEqual([]);
  expect(changedFields({ note: '' }, { note: 'x'.repeat(5000) })[0]?.after.length).toBe(400);
});
