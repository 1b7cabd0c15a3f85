import { expect, test } from 'vitest';
import { isInWebAddress } from '../../../src/core/text/web-address.ts';

test.each([
  ['a domain', 'see huawei.com now', true],
  ['a path', 'https://example.org/huawei/phones', true],
  ['a subdomain', 'www.huawei.example', true],
  ['an e-mail address', 'press@huawei and others', true],
  ['a handle with a mailbox behind', 'huawei@example', true],
  ['the beginning of a mailbox', 'huawei-list@example.org', true],
  ['a path without scheme', 'see github.com/huawei/kernel', true],
  ['part of an identifier', 'huawei_driver.c', true],
  ['a mailbox after a space', 'huawei press@example.org', false],
  ['the end of a sentence', 'bought huawei. Then', false],
  ['a missing space after a sentence', 'bought huawei.Then', false],
  ['a slash between names', 'baidu/huawei', false],
  ['after a web address', 'https://example.org huawei', false],
])('%s', (_name, text, expected) => {
  const start = text.indexOf('huawei');
  const at = text.startsWith('https://example.org huawei') ? text.lastIndexOf('huawei') : start;
  expect(isInWebAddress(text, at, at + 6)).toBe(expected);
});
