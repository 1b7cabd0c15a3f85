import { expect, test } from 'vitest';
import { previewRows } from '../../../src/core/converting/preview-rows.ts';

const sheet = {
  file: 'a.csv',
  heading: ['N', 'T', 'X'],
  rows: [['Acme', ' a  company ', 'x'], [''], ['Other', ''], ['Last', 'fund']],
};

test('the first rows by fields, in the order of the fields', () => {
  expect(previewRows('entities', sheet, { type: 1, name: 0 }, 3)).toEqual([
    {
      line: 2,
      cells: [
        { field: 'name', text: 'Acme' },
        { field: 'type', text: 'a company' },
      ],
    },
    {
      line: 4,
      cells: [
        { field: 'name', text: 'Other' },
        { field: 'type', text: '' },
      ],
    },
  ]);
});

test('nothing while a required column is missing', () => {
  expect(previewRows('entities', sheet, { name: 0 }, 3)).toEqual([]);
});
