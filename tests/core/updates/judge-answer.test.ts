import { describe, expect, test } from 'vitest';
import { judgeAnswer, looksLikeWebPage, parseRetryAfter } from '../../../src/core/updates/judge-answer.ts';

const NOW = Date.UTC(2026, 10, 22, 12);

describe('S19: an answer', () => {
  test.each([
    [200, 'application/json', '', null],
    [200, '', '', null],
    [200, 'text/plain; charset=utf-8', '', null],
    [200, 'text/html', '', 'web-page'],
    [200, 'Text/HTML; charset=utf-8', '', 'web-page'],
    [200, 'application/xhtml+xml', '', 'web-page'],
    [201, '', '', 'unexpected-status'],
    [204, '', '', 'unexpected-status'],
    [206, '', '', 'unexpected-status'],
    [301, '', '', 'redirected'],
    [302, 'text/html', '', 'redirected'],
    [304, '', '', 'redirected'],
    [307, '', '', 'redirected'],
    [400, '', '', 'unexpected-status'],
    [401, '', '', 'login-needed'],
    [403, 'text/html', '', 'login-needed'],
    [404, 'text/html', '', 'not-found'],
    [407, '', '', 'login-needed'],
    [408, '', '', 'busy'],
    [410, '', '', 'gone'],
    [418, '', '', 'unexpected-status'],
    [425, '', '', 'busy'],
    [429, '', '120', 'busy'],
    [451, '', '', 'unexpected-status'],
    [500, '', '', 'server-error'],
    [502, 'text/html', '', 'server-error'],
    [503, '', '60', 'server-error'],
    [504, '', '', 'server-error'],
    [599, '', '', 'server-error'],
  ])('%i %s %s is %s', (status, contentType, retryAfter, code) => {
    expect(judgeAnswer({ status, contentType, retryAfter, isRedirect: false }, NOW)?.code ?? null).toBe(code);
  });

  test('that leads elsewhere shows no status', () => {
    expect(judgeAnswer({ status: 0, contentType: '', retryAfter: '', isRedirect: true }, NOW)?.code).toBe('redirected');
  });

  test.each([
    ['120', 120_000],
    [' 5 ', 5000],
    ['Sun, 22 Nov 2026 12:01:00 GMT', 60_000],
    ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
    ['', null],
    ['-1', null],
    ['soon', null],
    ['99999999999999', null],
  ])('Retry-After %j is %s ms', (header, wait) => expect(parseRetryAfter(header, NOW)).toBe(wait));
});

test.each([
  ['<!doctype html>', true],
  ['\uFEFF  <HTML lang="en">', true],
  ['<?xml version="1.0"?>', true],
  ['{"format":"sidelight-manifest"}', false],
  ['', false],
])('%j looks like a web page: %s', (text, expected) => expect(looksLikeWebPage(text)).toBe(expected));
