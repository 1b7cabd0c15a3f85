import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PackRecord } from '../../../src/core/model/fact-pack.ts';
import {
  addStep,
  listTrash,
  nameRecord,
  NO_HISTORY,
  removalOf,
  restoreEdit,
  stepBack,
  type EditHistory,
} from '../../../src/core/overlay/edit-history.ts';
import { NO_RECORDS, type OverlayEdit, type OverlayRecords } from '../../../src/core/overlay/edit-overlay.ts';
import { recordsOf } from '../../../src/core/packs/apply-patch.ts';
import { bodyOf } from '../../../src/core/packs/pack-patch.ts';
import { parseRecord } from '../../../src/core/packs/parse-record.ts';
import { makeEntity, makeFact } from '../../fixtures/builders.ts';

const read = (draft: Record<string, unknown>): PackRecord => {
  const record = parseRecord(draft, 0);
  if (!record.ok) throw new Error(JSON.stringify(record.error));
  return record.value;
};
const SOURCE = read({ source: { id: 's1', type: 'webpage', title: 'A page', URL: 'https://example.org/a' } });
const ACME = read({ entity: makeEntity({ id: 'acme', name: 'Acme' }) });
const FACT = read({ fact: makeFact() });
const keyOf = (record: PackRecord): string => `${record.type} ${bodyOf(record).id}`;

/** The records after an edit, without asking whether they are sound. */
function apply(records: OverlayRecords, { put, remove }: OverlayEdit): OverlayRecords {
  const gone = new Set(remove.map(({ kind, id }) => `${kind} ${id}`));
  const kept = new Map(recordsOf(records).map((record) => [keyOf(record), record]));
  for (const key of gone) kept.delete(key);
  for (const record of put) kept.set(keyOf(record), record);
  const all = [...kept.values()].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return {
    sources: all.flatMap((record) => (record.type === 'source' ? [record.source] : [])),
    entities: all.flatMap((record) => (record.type === 'entity' ? [record.entity] : [])),
    facts: all.flatMap((record) => (record.type === 'fact' ? [record.fact] : [])),
    conflicts: all.flatMap((record) => (record.type === 'conflict' ? [record.conflict] : [])),
  };
}

const FULL = apply(NO_RECORDS, { put: [SOURCE, ACME, FACT], remove: [] });
const edit = fc.record({
  put: fc.array(
    fc
      .record({ id: fc.constantFrom('a', 'b', 'c'), name: fc.constantFrom('One', 'Two') })
      .map((each) => read({ entity: makeEntity(each) })),
    { maxLength: 2 },
  ),
  remove: fc
    .uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 1 })
    .map((ids) => ids.map((id) => ({ kind: 'entity' as const, id }))),
});

describe('steps', () => {
  test('property: all taken back give what was there at first, all done again what was there at last', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
        let records = NO_RECORDS;
        let history: EditHistory = NO_HISTORY;
        for (const each of edits) {
          // What is put is not removed at once.
          const sound = {
            ...each,
            remove: each.remove.filter(({ id }) => !each.put.some((record) => bodyOf(record).id === id)),
          };
          history = addStep(history, records, sound, 1);
          records = apply(records, sound);
        }
        const last = records;
        for (let back = stepBack(history, 'undo'); back !== null; back = stepBack(history, 'undo')) {
          records = apply(records, back.edit);
          history = back.after;
        }
        expect(records).toEqual(NO_RECORDS);
        for (let back = stepBack(history, 'redo'); back !== null; back = stepBack(history, 'redo')) {
          records = apply(records, back.edit);
          history = back.after;
        }
        expect(records).toEqual(last);
      }),
    );
  });

  test('an edit that changes nothing is none', () => {
    expect(addStep(NO_HISTORY, FULL, { put: [ACME], remove: [{ kind: 'fact', id: 'gone' }] }, 1)).toEqual(NO_HISTORY);
  });

  test('after something new, nothing is done again', () => {
    const one = addStep(NO_HISTORY, NO_RECORDS, { put: [ACME], remove: [] }, 1);
    const back = stepBack(one, 'undo');
    const other = addStep(back?.after ?? NO_HISTORY, NO_RECORDS, { put: [SOURCE], remove: [] }, 2);
    expect(stepBack(other, 'redo')).toBe(null);
  });

  test('are named after what was changed, and after a source only if nothing else was', () => {
    const nameOf = (put: PackRecord[]): string | undefined =>
      addStep(NO_HISTORY, NO_RECORDS, { put, remove: [] }, 1).done[0]?.name;
    expect(nameOf([SOURCE, FACT])).toBe(nameRecord(FACT));
    expect(nameOf([SOURCE])).toBe('A page');
  });
});

describe('the trash', () => {
  const removal = removalOf(FULL, { kind: 'source', id: 's1' });
  const history = addStep(NO_HISTORY, FULL, removal, 5);
  const after = apply(FULL, removal);

  test('a record takes along what would refer to nothing', () => {
    expect(removal.remove).toEqual([
      { kind: 'source', id: 's1' },
      { kind: 'fact', id: 'f1' },
    ]);
  });

  test('holds what was removed, until it is there again', () => {
    expect(listTrash(history, after).map(({ record }) => keyOf(record))).toEqual(['fact f1', 'source s1']);
    expect(listTrash(history, FULL)).toEqual([]);
  });

  test('a record comes back with what it refers to', () => {
    const back = restoreEdit(history, after, { kind: 'fact', id: 'f1' });
    expect(apply(after, back ?? { put: [], remove: [] })).toEqual(FULL);
    expect(restoreEdit(history, after, { kind: 'fact', id: 'other' })).toBe(null);
  });
});
