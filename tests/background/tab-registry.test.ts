import { expect, test } from 'vitest';
import { createTabRegistry } from '../../src/background/tab-registry.ts';
import { makeSessionArea } from '../fixtures/session-area.ts';

const URL_A = 'https://news.example/a';

test('adds up the frames of a tab', async () => {
  const registry = createTabRegistry(makeSessionArea());
  await registry.report(7, URL_A, 0, 3);
  expect(await registry.report(7, URL_A, 4, 2)).toBe(5);
  expect(await registry.report(7, URL_A, 0, 1)).toBe(3);
  expect((await registry.frames(7)).toSorted((a, b) => a - b)).toEqual([0, 4]);
});

test('begins anew when the tab goes to another page, not to another place on it', async () => {
  const registry = createTabRegistry(makeSessionArea());
  await registry.report(7, URL_A, 4, 2);
  expect(await registry.report(7, `${URL_A}#part`, 0, 1)).toBe(3);
  expect(await registry.report(7, 'https://news.example/b', 0, 1)).toBe(1);
});

test('reports that arrive together do not overwrite each other', async () => {
  const registry = createTabRegistry(makeSessionArea());
  await Promise.all([1, 2, 3, 4, 5].map((frame) => registry.report(7, URL_A, frame, 1)));
  expect(await registry.frames(7)).toHaveLength(5);
});

test('forgets a closed tab', async () => {
  const registry = createTabRegistry(makeSessionArea());
  await registry.report(7, URL_A, 0, 3);
  await registry.forget(7);
  expect(await registry.frames(7)).toEqual([]);
});
