import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createIdTable } from '../../../src/core/packs/id-table.ts';

test('remembers what a map remembers', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ maxLength: 6 })), fc.array(fc.string({ maxLength: 6 })), (ids, others) => {
      const table = createIdTable();
      const map = new Map(ids.map((id, index) => [id, index + 1]));
      for (const [id, number] of map) table.add(id, number);
      expect(table.count()).toBe(map.size);
      for (const id of [...ids, ...others]) expect(table.get(id)).toBe(map.get(id));
    }),
  );
});

test('tells ids apart that differ little, in great number', () => {
  const table = createIdTable();
  const ids = Array.from({ length: 60_000 }, (_, number) => `f${number % 300}-${Math.floor(number / 300)}`);
  const mistaken = ids.filter((id, index) => {
    const known = table.get(id);
    table.add(id, index + 1);
    return known !== undefined;
  });
  expect(mistaken).toEqual([]);
  expect(ids.filter((id, index) => table.get(id) !== index + 1)).toEqual([]);
});
