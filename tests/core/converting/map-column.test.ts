import { expect, test } from 'vitest';
import { mapColumn } from '../../../src/core/converting/map-column.ts';

test.each([
  ['a new field', 'type', 2, { name: 0, id: 1, type: 2 }],
  ['a column that another field had', 'type', 0, { id: 1, type: 0 }],
  ['another column', 'name', 3, { name: 3, id: 1 }],
  ['none', 'name', null, { id: 1 }],
] as const)('%s', (_name, field, column, mapping) => {
  expect(mapColumn<'entities'>({ name: 0, id: 1 }, field, column)).toEqual(mapping);
});
