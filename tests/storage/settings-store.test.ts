import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/model/settings.ts';
import { isSiteListed } from '../../src/core/model/site.ts';
import { ensureSettings, readSettings, writeSettings, type StorageArea } from '../../src/storage/settings-store.ts';

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
  const chosen = { ...DEFAULT_SETTINGS, enabled: false, disabledSites: ['example.org'], density: 'page' as const };
  await writeSettings(area, chosen);
  expect(await readSettings(area)).toEqual(chosen);
});

test('what an older version did not write has its default', async () => {
  const stored = { enabled: false, disabledSites: ['example.org'] };
  expect(await readSettings(makeArea({ settings: stored }))).toEqual({ ...DEFAULT_SETTINGS, ...stored });
});

test('defaults are written where nothing is chosen, and nowhere else', async () => {
  const stored: Record<string, unknown> = {};
  await ensureSettings(makeArea(stored));
  expect(stored['settings']).toEqual(DEFAULT_SETTINGS);
  const chosen = { ...DEFAULT_SETTINGS, enabled: false, disabledSites: [] };
  await writeSettings(makeArea(stored), chosen);
  await ensureSettings(makeArea(stored));
  expect(stored['settings']).toEqual(chosen);
});

test('by default mail, banks and document editors are left alone, and local pages are not', () => {
  const { disabledSites } = DEFAULT_SETTINGS;
  expect(isSiteListed('mail.google.com', disabledSites)).toBe(true);
  expect(isSiteListed('team.sharepoint.com', disabledSites)).toBe(true);
  expect(isSiteListed('online.sparkasse.de', disabledSites)).toBe(true);
  expect(isSiteListed('mail.qq.com', disabledSites)).toBe(true);
  expect(isSiteListed('news.google.com', disabledSites)).toBe(false);
  // Portals where news is read beside the mail.
  for (const portal of ['www.gmx.net', 'web.de', 'www.qq.com', 'www.163.com', 'www.sina.com.cn', 'www.t-online.de'])
    expect(isSiteListed(portal, disabledSites)).toBe(false);
  expect(isSiteListed('localhost', disabledSites)).toBe(false);
  expect(isSiteListed('127.0.0.1', disabledSites)).toBe(false);
});
