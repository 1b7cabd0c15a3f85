import { expect, test } from 'vitest';
import { DEFAULT_PRIVACY } from '../../src/core/model/privacy.ts';
import { readPrivacy, writePrivacy } from '../../src/storage/privacy-store.ts';
import type { StorageArea } from '../../src/storage/settings-store.ts';

const makeArea = (stored: Record<string, unknown>): StorageArea => ({
  get: (keys) => Promise.resolve(Object.fromEntries(keys.map((key) => [key, stored[key]]))),
  set: (items) => Promise.resolve(void Object.assign(stored, items)),
});

test('what is written is read', async () => {
  const area = makeArea({});
  const privacy = { packs: { demo: 'quiet' as const }, entities: { 'demo/acme': 'inline' as const } };
  await writePrivacy(area, privacy);
  expect(await readPrivacy(area)).toEqual(privacy);
});

test.each([[undefined], ['quiet'], [{ packs: { demo: 'loud' }, entities: {} }], [{ packs: {} }]])(
  '%j gives the defaults',
  async (privacy) => {
    expect(await readPrivacy(makeArea({ privacy }))).toEqual(DEFAULT_PRIVACY);
  },
);
