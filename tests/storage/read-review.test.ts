import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { diffPacks, RECORD_KINDS, LISTS } from '../../src/core/packs/diff-packs.ts';
import { makePatch } from '../../src/core/packs/pack-patch.ts';
import { FROM_FILE } from '../../src/core/packs/pack-origin.ts';
import { parseFactPack } from '../../src/core/packs/parse-fact-pack.ts';
import type { FactPack } from '../../src/core/model/fact-pack.ts';
import { openDatabase, type Database, type PackVersion } from '../../src/storage/database.ts';
import { importPack } from '../../src/storage/import-pack.ts';
import { importPatch } from '../../src/storage/import-patch.ts';
import { readReview } from '../../src/storage/read-review.ts';
import { linesOf, makeFact, packLines } from '../fixtures/builders.ts';

let database: Database;
let serial = 0;
beforeEach(async () => {
  database = await openDatabase(() => {}, `review-${++serial}`);
});
afterEach(() => database.close());

function parse(lines: readonly string[]): FactPack {
  const parsed = parseFactPack(lines.join('\n'));
  if (!parsed.ok) throw new Error(parsed.error[0]?.message);
  return parsed.value;
}

/** Installs two versions, the second as a file or as a patch, and reads what changed. */
async function review(before: readonly string[], after: readonly string[], how: 'file' | 'patch' = 'file') {
  await importPack(database, linesOf(before), { now: 1 });
  const patch = makePatch(parse(before), parse(after), diffPacks(parse(before), parse(after)));
  const result =
    how === 'file'
      ? await importPack(database, linesOf(after), { now: 2 })
      : await importPatch(database, patch, { now: 2, origin: FROM_FILE, isApplied: true });
  if (!result.ok) throw new Error(result.error[0]?.message);
  const { active, kept } = result.value;
  const [old] = kept as readonly [PackVersion];
  return { there: await readReview(database, old, active), back: await readReview(database, active, old) };
}

const entities = [
  { id: 'acme', name: 'Acme', type: 'company' },
  { id: 'zeta', name: 'Zeta', type: 'company' },
];
const before = packLines({
  version: 1,
  entities,
  facts: [
    makeFact({ id: 'a', statement: 'Acme has 5,000 employees.' }),
    makeFact({ id: 'b', statement: 'Acme closed.' }),
    makeFact({ id: 'c', subjects: ['zeta'] }),
  ],
});
const after = packLines({
  version: 2,
  entities: [entities[0] ?? {}, { ...entities[1], name: 'Zeta Group' }],
  facts: [
    makeFact({ id: 'a', statement: 'Acme has 7,000 employees.', certainty: 'asserted' }),
    makeFact({ id: 'c', subjects: ['zeta'] }),
    makeFact({ id: 'd', statement: 'Acme opened again.' }),
  ],
});

describe.each(['file', 'patch'] as const)('by a %s', (how) => {
  test('what changed, by entity, word by word', async () => {
    const { there } = await review(before, after, how);
    expect(there).toEqual({
      ...{ pack: 'demo', title: 'Pack demo', from: 1, to: 2, unlisted: 0, records: [] },
      counts: {
        entities: { added: 0, changed: 1, removed: 0 },
        facts: { added: 1, changed: 1, removed: 1 },
        sources: { added: 0, changed: 0, removed: 0 },
        conflicts: { added: 0, changed: 0, removed: 0 },
      },
      entities: [
        {
          ...{ id: 'acme', name: 'Acme', type: 'company', change: 'same', fields: [] },
          facts: [
            {
              ...{
                change: 'changed',
                id: 'a',
                fields: [{ field: 'certainty', before: 'reported', after: 'asserted' }],
              },
              before: 'Acme has 5,000 employees.',
              after: 'Acme has 7,000 employees.',
            },
            { change: 'added', id: 'd', statement: 'Acme opened again.' },
            { change: 'removed', id: 'b', statement: 'Acme closed.' },
          ],
        },
        {
          id: 'zeta',
          name: 'Zeta Group',
          type: 'company',
          change: 'changed',
          fields: [{ field: 'name', before: 'Zeta', after: 'Zeta Group' }],
          facts: [],
        },
      ],
    });
  });

  test('the way back is the way there turned round', async () => {
    const { there, back } = await review(before, after, how);
    expect(back.counts.facts).toEqual({ added: 1, changed: 1, removed: 1 });
    expect([back.from, back.to]).toEqual([there.to, there.from]);
    expect(back.entities[0]?.facts.map(({ id, change }) => `${change} ${id}`)).toEqual([
      'changed a',
      'added b',
      'removed d',
    ]);
  });
});

test('counts what a comparison of the whole packs counts', async () => {
  const facts = fc.uniqueArray(
    fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), salience: fc.constantFrom(1, 2, 3) }),
    {
      selector: ({ id }) => id,
    },
  );
  await fc.assert(
    fc.asyncProperty(facts, facts, fc.constantFrom('file' as const, 'patch' as const), async (old, next, how) => {
      database.close();
      database = await openDatabase(() => {}, `review-${++serial}`);
      const [first, second] = [old, next].map((list, at) => packLines({ version: at + 1, facts: list.map(makeFact) }));
      const { there } = await review(first ?? [], second ?? [], how);
      const diff = diffPacks(parse(first ?? []), parse(second ?? []));
      for (const kind of RECORD_KINDS) {
        const { added, changed, removed } = diff[kind];
        expect(there.counts[LISTS[kind]]).toEqual({
          added: added.length,
          changed: changed.length,
          removed: removed.length,
        });
      }
    }),
    { numRuns: 40 },
  );
});

test('of very many changes lists the first and counts all', async () => {
  const many = Array.from({ length: 2500 }, (_, index) => makeFact({ id: `f${index}` }));
  const { there } = await review(packLines({ version: 1 }), packLines({ version: 2, facts: many }));
  expect(there.counts.facts).toEqual({ added: 2499, changed: 0, removed: 0 });
  expect(there.entities.flatMap(({ facts }) => facts)).toHaveLength(2000);
});
