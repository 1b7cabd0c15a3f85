import { expect, test } from 'vitest';
import {
  areOwnNamesMarked,
  isSiteListed,
  isSiteOn,
  markOwnNames,
  siteOf,
  switchSite,
  type SiteRules,
} from '../../../src/core/model/site.ts';

test.each([
  ['the site itself', 'example.org', true],
  ['a subdomain', 'news.example.org', true],
  ['another site that ends alike', 'badexample.org', false],
  ['the parent domain', 'org', false],
])('%s', (_name, host, listed) => {
  expect(isSiteListed(host, ['example.org'])).toBe(listed);
});

test('a leading www is no site of its own', () => {
  expect([siteOf('www.example.org'), siteOf('wwwx.example.org')]).toEqual(['example.org', 'wwwx.example.org']);
});

const rules: SiteRules = { siteMode: 'all', disabledSites: ['example.org'], enabledSites: ['news.test'] };
const listed: SiteRules = { ...rules, siteMode: 'listed' };

test('everywhere but there, or there only', () => {
  const hosts = ['example.org', 'www.news.test', 'other.test'];
  expect(hosts.map((host) => isSiteOn(host, rules))).toEqual([false, true, true]);
  expect(hosts.map((host) => isSiteOn(host, listed))).toEqual([false, true, false]);
});

test.each([
  ['off, where all are on', rules, 'other.test', false],
  ['on, where a rule for its parent has it off', rules, 'sub.example.org', true],
  ['on, where only listed ones are', listed, 'other.test', true],
  ['off, where its parent is listed', listed, 'www.news.test', false],
  ['on again, which changes nothing', rules, 'other.test', true],
])('one click switches a site %s', (_name, before, site, on) => {
  const after = switchSite(before, site, on);
  expect(isSiteOn(site, after)).toBe(on);
  const key = before.siteMode === 'listed' ? 'disabledSites' : 'enabledSites';
  expect(after[key]).toEqual(before[key]);
});

test('own names are marked on listed sites and those below, or everywhere', () => {
  const own = { ownNames: 'listed' as const, ownNameSites: ['example.org'] };
  const hosts = ['news.example.org', 'other.test'];
  expect(hosts.map((host) => areOwnNamesMarked(host, own))).toEqual([true, false]);
  expect(hosts.map((host) => areOwnNamesMarked(host, { ...own, ownNames: 'all' }))).toEqual([true, true]);
  expect(markOwnNames(own, 'other.test').ownNameSites).toEqual(['example.org', 'other.test']);
  expect(markOwnNames(own, 'news.example.org')).toBe(own);
});
