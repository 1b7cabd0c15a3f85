import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compareVersions, hasUnseenNews, RELEASE_NEWS } from '../../../src/core/news/release-news.ts';

const read = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');

test('the news are those of the newest section of the change log', () => {
  expect(/^## (\S+)/m.exec(read('CHANGELOG.md'))?.[1]).toBe(RELEASE_NEWS.version);
});

test('a new version is not given out without its news', () => {
  expect(/"version": "([^"]+)"/.exec(read('package.json'))?.[1]).toBe(RELEASE_NEWS.version);
});

test.each([
  ['0.1.0', '0.2.0', -1],
  ['0.10.0', '0.9.0', 1],
  ['1', '1.0.0', 0],
  ['0.1.9', '0.1.10', -1],
  ['', '0.0.1', -1],
])('of %j and %j', (one, other, sign) => {
  expect(Math.sign(compareVersions(one, other))).toBe(sign);
  expect(Math.sign(compareVersions(other, one)) + sign).toBe(0);
});

test.each([
  ['what nobody noted', null, false],
  ['an older version', '0.1.0', true],
  ['this version', '0.2.0', false],
  ['a newer version', '0.3.0', false],
])('after %s was seen', (_what, seen, isUnseen) => {
  expect(hasUnseenNews(seen, '0.2.0')).toBe(isUnseen);
});
