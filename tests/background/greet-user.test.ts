import { expect, test, vi } from 'vitest';
import { greetUser } from '../../src/background/greet-user.ts';
import { RELEASE_NEWS } from '../../src/core/news/release-news.ts';
import { readSeenNews, writeSeenNews } from '../../src/storage/news-store.ts';

function open(): {
  area: Parameters<typeof readSeenNews>[0];
  openTab: ReturnType<typeof vi.fn<(address: string) => Promise<unknown>>>;
} {
  const stored: Record<string, unknown> = {};
  return {
    area: { get: async () => stored, set: async (items) => void Object.assign(stored, items) },
    openTab: vi.fn(async (_address: string): Promise<unknown> => null),
  };
}

test('an installation opens the first page, and has no news', async () => {
  const { area, openTab } = open();
  await greetUser({ reason: 'install' }, { area, openTab });
  expect(openTab).toHaveBeenCalledExactlyOnceWith('/manager.html#/welcome');
  expect(await readSeenNews(area)).toBe(RELEASE_NEWS.version);
});

test('an update opens nothing, and notes what was there before', async () => {
  const { area, openTab } = open();
  await greetUser({ reason: 'update', previousVersion: '0.0.9' }, { area, openTab });
  expect(openTab).not.toHaveBeenCalled();
  expect(await readSeenNews(area)).toBe('0.0.9');
});

test('news that were seen stay seen', async () => {
  const { area, openTab } = open();
  await writeSeenNews(area, '0.0.5');
  await greetUser({ reason: 'update', previousVersion: '0.0.9' }, { area, openTab });
  expect(await readSeenNews(area)).toBe('0.0.5');
});

test('an update of the browser is none of ours', async () => {
  const { area, openTab } = open();
  await greetUser({ reason: 'browser_update' }, { area, openTab });
  expect(openTab).not.toHaveBeenCalled();
  expect(await readSeenNews(area)).toBeNull();
});
