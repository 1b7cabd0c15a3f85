import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVERYTHING, type LibraryQuery } from '../../../src/core/library/library-query.ts';
import { createRecordsBuilder } from '../../../src/core/library/library-records.ts';
import { readRow } from '../../../src/core/library/library-row.ts';
import { assembleTable, type LibraryPack, type LibraryTable } from '../../../src/core/library/library-table.ts';
import { addScore, rankByNames } from '../../../src/core/library/rank-rows.ts';
import { selectRows } from '../../../src/core/library/select-rows.ts';
import { pickInOrder } from '../../../src/core/library/sort-rows.ts';
import { foldWords } from '../../../src/core/library/tokenize.ts';
import type { EntityType } from '../../../src/core/model/entity.ts';
import { makeEntity, makeFact } from '../../fixtures/builders.ts';

type Given = { id: string; name: string; type?: EntityType; facts?: Record<string, unknown>[]; isDisputed?: boolean };

function makePack(id: string, given: readonly Given[], news: readonly string[] = []): LibraryPack {
  const builder = createRecordsBuilder();
  for (const { facts = [], isDisputed = false, type = 'company', ...entity } of given)
    builder.add({ entity: makeEntity({ type, ...entity }), facts: facts.map(makeFact), isDisputed });
  const records = builder.snapshot();
  return {
    id,
    title: `Pack ${id}`,
    records,
    news: Uint8Array.from(records.ids, (name) => Number(news.includes(name))),
  };
}

const dated = (date: string, more = {}) => ({ asOf: { date, basis: 'stated' }, ...more });
const ours = makePack('ours', [
  {
    id: 'acme',
    name: 'Acme',
    facts: [dated('2018', { certainty: 'forecast' }), dated('2024-02', { quality: 'stale' })],
  },
  { id: 'zeta', name: 'Zeta', type: 'agency', facts: [dated('2020')], isDisputed: true },
  { id: 'blank', name: 'Blank', type: 'person' },
]);
const theirs = makePack(
  'theirs',
  [
    { id: 'acme-inc', name: 'Acme Incorporated', type: 'fund', facts: [dated('2025-01-02')] },
    { id: 'acme', name: 'Acme of Elsewhere' },
  ],
  ['acme-inc'],
);
const table = assembleTable(
  [ours, theirs],
  [
    [
      { pack: 'theirs', id: 'acme-inc' },
      { pack: 'ours', id: 'acme' },
    ],
    // One that is no longer there.
    [{ pack: 'gone', id: 'x' }],
  ],
);

const namesOf = (of: LibraryTable, query: Partial<LibraryQuery>): string[] => {
  const words = foldWords(query.text ?? '');
  const found = words.length === 0 ? null : rankByNames(of, words);
  return [...selectRows(of, { ...EVERYTHING, ...query }, found).rows].map((row) => readRow(of, row, null).name);
};

describe('rows', () => {
  test('are one for each entity, and name the packs that know it', () => {
    const rows = Array.from({ length: table.count }, (_, row) => readRow(table, row, null));
    expect(rows.map(({ name, packs }) => [name, packs])).toEqual([
      ['Acme', ['Pack ours', 'Pack theirs']],
      ['Zeta', ['Pack ours']],
      ['Blank', ['Pack ours']],
      ['Acme of Elsewhere', ['Pack theirs']],
    ]);
    expect(rows[0]).toMatchObject({ factCount: 3, newest: '2025-01-02', isNew: true, type: 'company' });
  });

  test.each<[Partial<LibraryQuery>, string[]]>([
    [{}, ['Acme', 'Acme of Elsewhere', 'Blank', 'Zeta']],
    [{ sort: 'newest' }, ['Acme', 'Zeta', 'Acme of Elsewhere', 'Blank']],
    [{ sort: 'facts' }, ['Acme', 'Zeta', 'Acme of Elsewhere', 'Blank']],
    [{ packs: ['theirs'] }, ['Acme', 'Acme of Elsewhere']],
    [{ types: ['agency', 'person'] }, ['Blank', 'Zeta']],
    [{ certainties: ['forecast'] }, ['Acme']],
    // No one fact is both.
    [{ certainties: ['forecast'], qualities: ['stale'] }, []],
    [{ from: '2019-01-01', to: '2020-12-31' }, ['Zeta']],
    [{ to: '2018-01-01' }, ['Acme']],
    [{ isDisputed: true }, ['Zeta']],
    [{ isNew: true }, ['Acme']],
    [{ text: 'acme' }, ['Acme', 'Acme of Elsewhere']],
    [{ text: 'incorporated' }, ['Acme']],
    [{ text: 'nobody' }, []],
  ])('for %j are %j', (query, names) => {
    expect(namesOf(table, query)).toEqual(names);
  });

  test('found by their facts come after those found by a name, and by each other how well they fit', () => {
    const found = rankByNames(table, ['zeta']);
    addScore(found, 2, 9, 'source');
    addScore(found, 0, 12, 'fact');
    addScore(found, 1, 100, 'fact');
    const { rows } = selectRows(table, EVERYTHING, found);
    expect([...rows].map((row) => readRow(table, row, null).name)).toEqual(['Zeta', 'Acme', 'Blank']);
  });
});

test('each choice of a filter is counted as it would leave the list', () => {
  const { counts } = selectRows(table, { ...EVERYTHING, types: ['company'], certainties: ['forecast'] }, null);
  expect(counts.types).toMatchObject({ company: 1, agency: 0 });
  expect(counts.certainties).toMatchObject({ forecast: 1, reported: 1 });
  expect(counts.packs).toEqual({ ours: 1, theirs: 1 });
  expect(counts.new).toBe(1);
});

test('a filter chosen alone leaves as many as were counted for it', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          name: fc.constantFrom('A', 'B'),
          year: fc.integer({ min: 2000, max: 2003 }),
          certainty: fc.constantFrom('reported', 'opinion'),
          type: fc.constantFrom<EntityType>('fund', 'place'),
        }),
        { maxLength: 12 },
      ),
      (given) => {
        const pack = makePack(
          'p',
          given.map(({ name, year, certainty, type }, number) => ({
            id: `e${number}`,
            name,
            type,
            facts: [dated(String(year), { certainty })],
          })),
        );
        const of = assembleTable([pack], []);
        const { counts } = selectRows(of, { ...EVERYTHING, from: '2001-01-01', to: '2002-12-31' }, null);
        const left = namesOf(of, { from: '2001-01-01', to: '2002-12-31', certainties: ['opinion'] });
        expect(counts.certainties.opinion).toBe(left.length);
      },
    ),
  );
});

test('rows are picked by number, the greatest first, and else stay in order', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.array(fc.nat(5), { maxLength: 40 }), fc.array(fc.nat(2 ** 28 - 1), { maxLength: 200 })),
      (values) => {
        const rows = Uint32Array.from(values.keys());
        const sorted = [...values.entries()].filter(([, value]) => value > 0).sort(([a, x], [b, y]) => y - x || a - b);
        expect([...pickInOrder(rows, (row) => values[row] ?? 0, 0)]).toEqual(sorted.map(([row]) => row));
      },
    ),
  );
});
