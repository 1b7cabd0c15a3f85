import { describe, expect, test } from 'vitest';
import { planCorrection } from '../../../src/core/overlay/correct-fact.ts';
import { NO_RECORDS, type OverlayRecords } from '../../../src/core/overlay/edit-overlay.ts';
import { bodyOf } from '../../../src/core/packs/pack-patch.ts';
import { makeEntity, makeFact } from '../../fixtures/builders.ts';

const SOURCE = { id: 's1', type: 'webpage', title: 'A page', URL: 'https://example.org/a' } as const;
const ACME = makeEntity({ id: 'acme', name: 'Acme' });
const GLOBEX = makeEntity({ id: 'globex', name: 'Globex' });
const FACT = makeFact({
  statement: 'Acme owns Globex.',
  value: { type: 'relation', relation: 'owns', object: 'globex' },
});

const plan = (own: Partial<OverlayRecords> = {}, ownIds: ReadonlyMap<string, string> = new Map()) =>
  planCorrection(
    { ...NO_RECORDS, ...own },
    { pack: 'demo', fact: FACT, entities: [ACME, GLOBEX], sources: [SOURCE], ownIds },
  );
const idsOf = ({ edit }: ReturnType<typeof plan>): string[] =>
  edit.put.map((record) => `${record.type} ${bodyOf(record).id}`);

describe('the correction of a fact', () => {
  test('brings records that stand for its entities, and its sources', () => {
    const planned = plan();
    expect(idsOf(planned)).toEqual(['entity acme', 'entity globex', 'source s1', 'fact f1']);
    expect(planned.edit.put[0]).toMatchObject({ entity: { sameAs: ['demo/acme'] } });
    expect(planned.fact).toBe('f1');
  });

  test('uses what is there', () => {
    const there = { ...ACME, id: 'mine', sameAs: ['demo/acme'] };
    const planned = plan({ entities: [there], sources: [SOURCE] });
    expect(idsOf(planned)).toEqual(['entity globex', 'fact f1']);
    expect(planned.edit.put.at(-1)).toMatchObject({ fact: { subjects: ['mine'], value: { object: 'globex' } } });
  });

  test('knows the user’s own record by another way too: both are the same as a third', () => {
    const planned = plan({ entities: [{ ...ACME, id: 'mine', sameAs: ['third/acme'] }] }, new Map([['acme', 'mine']]));
    expect(idsOf(planned)).toEqual(['entity globex', 'source s1', 'fact f1']);
  });

  test('gives a number to ids that are taken by something else', () => {
    const planned = plan({
      entities: [makeEntity({ id: 'acme', name: 'Acme Bakery' })],
      sources: [{ ...SOURCE, title: 'Another page' }],
      facts: [makeFact()],
    });
    expect(idsOf(planned)).toEqual(['entity acme-2', 'entity globex', 'source s1-2', 'fact f1-2']);
    expect(planned.edit.put.at(-1)).toMatchObject({
      fact: { id: 'f1-2', subjects: ['acme-2'], references: [{ source: 's1-2' }] },
    });
  });
});
