import { expect, test } from 'vitest';
import { isSiteDisabled, siteOf } from '../../../src/core/model/site.ts';

test.each([
  ['the site itself', 'example.org', true],
  ['a subdomain', 'news.example.org', true],
  ['another site that ends alike', 'badexample.org', false],
  ['the parent domain', 'org', false],
])('%s', (_name, host, disabled) => {
  expect(isSiteDisabled(host, ['example.org'])).toBe(disabled);
});

test('a leading www is no site of its own', () => {
  expect([siteOf('www.example.org'), siteOf('wwwx.example.org')]).toEqual(['example.org', 'wwwx.example.org']);
});
