import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/core/model/settings.ts';
import { listItems } from '../../../src/core/sync/list-items.ts';
import { liveItems } from '../../../src/core/sync/live-items.ts';
import { readItems } from '../../../src/core/sync/read-items.ts';
import type { SyncedState } from '../../../src/core/sync/synced-state.ts';
import type { Replica } from '../../../src/core/sync/sync-entry.ts';
import * as v from 'valibot';
import { sourceSchema } from '../../../src/core/model/source.ts';
import { makeEntity, makeFact } from '../../fixtures/builders.ts';
import { makeSubscription } from '../../fixtures/subscription.ts';

const EMPTY: SyncedState = {
  settings: { ...DEFAULT_SETTINGS, disabledSites: [] },
  privacy: { packs: {}, entities: {} },
  subscriptions: [],
  corrections: [],
  overlay: { notes: [], hidden: [] },
  merges: { same: [], different: [] },
  records: [],
};
const fact = makeFact();
const entity = makeEntity({ id: 'acme', name: 'Acme Robotics' });
const source = v.parse(sourceSchema, { id: 's1', type: 'webpage', title: 'A page', URL: 'https://example.org/a' });
const FULL: SyncedState = {
  settings: { ...DEFAULT_SETTINGS, density: 'every', disabledSites: ['bank.example', 'mail.example'] },
  privacy: { packs: { demo: 'quiet' }, entities: { 'demo/acme': 'overlay' } },
  subscriptions: [makeSubscription()],
  corrections: [{ verdict: 'never', entity: { pack: 'demo', id: 'acme' }, alias: 'Acme' }],
  overlay: {
    notes: [{ target: { kind: 'fact', pack: 'demo', id: 'f1' }, text: 'Ask Hank.', writtenAt: 4 }],
    hidden: [{ pack: 'demo', id: 'f2' }],
  },
  merges: {
    same: [
      [
        { pack: 'demo', id: 'acme' },
        { pack: 'other', id: 'acme' },
      ],
    ],
    different: [],
  },
  records: [
    { type: 'source', source },
    { type: 'entity', entity },
    { type: 'fact', fact },
  ],
};

describe('items', () => {
  test('are the state, and become it again', () => {
    expect(readItems(listItems(FULL), FULL)).toEqual(FULL);
    expect(readItems(listItems(EMPTY), EMPTY)).toEqual(EMPTY);
  });

  test('hold no secret of a private address, and leave the one that is here', () => {
    const present = { ...FULL, subscriptions: [makeSubscription({ token: 'secret', highestVersion: 9 })] };
    const items = listItems(present);
    expect(JSON.stringify([...items])).not.toContain('secret');
    expect(readItems(items, present)).toEqual(present);
    expect(readItems(items, EMPTY).subscriptions).toMatchObject([
      { token: null, highestVersion: 0, nextCheckAt: null },
    ]);
  });

  test('what cannot be read here leaves what is here', () => {
    const items = new Map([...listItems(FULL), ['privacy-pack demo', 'public'], ['note entity demo/acme', 7]]);
    const note = { target: { kind: 'entity' as const, pack: 'demo', id: 'acme' }, text: 'Mine.', writtenAt: 5 };
    const present = { ...FULL, overlay: { ...FULL.overlay, notes: [...FULL.overlay.notes, note] } };
    expect(readItems(items, present)).toEqual(present);
  });

  test.each<[string, string, unknown]>([
    ['an unknown kind', 'colour red', true],
    ['an unknown setting', 'setting __proto__', { polluted: true }],
    ['a setting of another version', 'setting density', 'never-heard'],
    ['a level that is none', 'privacy-pack demo', 'public'],
    ['a record under the name of another', 'own entity other', { entity }],
    ['a record that is none', 'own fact f1', 'text'],
    ['a fact whose source is not there', 'own fact f9', { fact: makeFact({ id: 'f9' }) }],
    ['a correction that is no JSON', 'correction {', true],
    ['no kind at all', 'nonsense', 1],
  ])('%s is passed over and costs nothing else', (_name, key, value) => {
    const items = new Map([...listItems({ ...FULL, records: [] }), [key, value]]);
    expect(readItems(items, FULL)).toEqual({ ...FULL, records: [] });
  });
});

describe('what is there', () => {
  const replica = (removed: readonly string[]): Replica =>
    new Map(
      [...listItems(FULL)].map(([key, value]) => [
        key,
        { key, value, isRemoved: removed.includes(key), at: 1, device: 'a'.repeat(16) },
      ]),
    );
  const keyOfSource = `own source ${source.id}`;
  const keyOfEntity = `own entity ${entity.id}`;

  test('a source that was removed while a fact was tied to it is there still', () => {
    const live = liveItems(replica([keyOfSource, keyOfEntity]));
    expect(readItems(live, FULL).records).toHaveLength(3);
  });

  test('with the fact gone too, all are gone', () => {
    const live = liveItems(replica([keyOfSource, keyOfEntity, `own fact ${fact.id}`]));
    expect(readItems(live, FULL).records).toEqual([]);
  });
});
