import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tidyUrl } from '../../../src/core/capture/tidy-url.ts';

describe('an address to cite', () => {
  test.each([
    ['is kept', 'https://example.org/a?id=7&page=2', '', 'https://example.org/a?id=7&page=2'],
    ['loses its fragment', 'https://example.org/a#part', '', 'https://example.org/a'],
    ['loses a user name', 'https://me:secret@example.org/a', '', 'https://example.org/a'],
    [
      'loses what says how the reader came',
      'https://example.org/a?utm_source=x&id=7&fbclid=1&gclid=2&MC_EID=3&mtm_kwd=4',
      '',
      'https://example.org/a?id=7',
    ],
    [
      'loses the question mark with the last of them',
      'https://example.org/a?utm_medium=mail',
      '',
      'https://example.org/a',
    ],
    [
      'keeps the spelling of the others',
      'https://example.org/?q=a+b%20c&x=&gclid=1',
      '',
      'https://example.org/?q=a+b%20c&x=',
    ],
    [
      'keeps a name that only begins like one',
      'https://example.org/?utmost=1&fbclids=2',
      '',
      'https://example.org/?utmost=1&fbclids=2',
    ],
    [
      'is the canonical one of the site',
      'https://www.example.org/a?s=1',
      'https://example.org/a',
      'https://example.org/a',
    ],
    [
      'is the canonical one of a mobile page',
      'https://m.example.org/a',
      'https://www.example.org/b',
      'https://www.example.org/b',
    ],
    ['is encrypted where the page says so', 'http://example.org/a', 'https://example.org/a', 'https://example.org/a'],
    [
      'cleans the canonical one too',
      'https://example.org/a',
      'https://example.org/a?utm_id=1',
      'https://example.org/a',
    ],
  ])('%s', (_title, url, canonical, expected) => {
    expect(tidyUrl(url, canonical)).toBe(expected);
  });

  test.each([
    ['of another site', 'https://example.org/a', 'https://evil.example/a'],
    ['of another site with this one in its name', 'https://example.org/a', 'https://example.org.evil.example/a'],
    ['of this site as a user name', 'https://example.org/a', 'https://example.org@evil.example/a'],
    ['of the front page', 'https://example.org/a', 'https://example.org/'],
    ['without encryption', 'https://example.org/a', 'http://example.org/b'],
    ['that runs a script', 'https://example.org/a', 'javascript:alert(1)'],
    ['with a backslash', 'https://example.org/a', 'https://evil.example\\@example.org/b'],
  ])('is not a canonical one %s', (_title, url, canonical) => {
    expect(tidyUrl(url, canonical)).toBe(url);
  });

  test.each([
    'javascript:alert(1)',
    'about:blank',
    'file:///etc/passwd',
    'chrome://settings',
    '',
    'https://',
    'data:text/html,x',
  ])('is none: %s', (url) => {
    expect(tidyUrl(url, 'https://example.org/')).toBeNull();
  });
});

describe('REGRESSION', () => {
  test('a parameter that cannot be decoded is kept', () => {
    expect(tidyUrl('https://example.org/?%E0%A4%A=1&gclid=2')).toBe('https://example.org/?%E0%A4%A=1');
  });

  test('an encoded name of a tracking parameter is one', () => {
    expect(tidyUrl('https://example.org/?utm%5Fsource=1')).toBe('https://example.org/');
  });
});

test('never throws, and gives nothing but addresses of the web', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string({ unit: 'binary' })),
      fc.string(),
      (url, canonical) => {
        expect(tidyUrl(url, canonical) ?? 'https://').toMatch(/^https?:\/\//);
      },
    ),
  );
});
