import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/model/settings.ts';
import { readSettings, writeSettings, type StorageArea } from '../../src/storage/settings-store.ts';

const makeArea = (stored: Record<string, unknown>): StorageArea => ({
  get: (keys) => Promise.resolve(Object.fromEntries(keys.map((key) => [key, stored[key]]))),
  set: (items) => Promise.resolve(void Object.assign(stored, items)),
});

test.each([
  ['nothing stored', {}],
  ['a wrong type', { settings: 'on' }],
  ['half a record', { settings: { enabled: true } }],
])('%s gives the defaults', async (_name, stored) => {
  expect(await readSettings(makeArea(stored))).toEqual(DEFAULT_SETTINGS);
});

test('what is written is read', async () => {
  const area = makeArea({});
  await writeSettings(area, { enabled: false, disabledSites: ['example.org'] });
  expect(await readSettings(area)).toEqual({ enabled: false, disabledSites: ['example.org'] });
});
