import { describe, expect, test } from 'vitest';
import { isHeaderFilled, packId, packVersion } from '../../src/ui/wizard-header.ts';

const HEADER = { title: 'Harbour Towns', id: null, publisher: 'Me', license: 'CC0-1.0', language: 'en' };

describe('the id of a new pack', () => {
  test.each([
    [HEADER, 'harbour-towns'],
    [{ ...HEADER, title: ' ' }, ''],
    [{ ...HEADER, title: '港口' }, expect.stringMatching(/^pack-[0-9a-f]{8}$/)],
    [{ ...HEADER, id: 'mine' }, 'mine'],
    [{ ...HEADER, id: '' }, ''],
  ])('%j', (header, id) => {
    expect(packId(header)).toEqual(id);
  });
});

test.each([
  ['harbour-towns', {}, 1],
  ['harbour-towns', { 'harbour-towns': 3 }, 4],
  ['constructor', {}, 1],
])('the version of %s beside %j is %d', (id, installed, version) => {
  expect(packVersion({ ...HEADER, id }, installed)).toBe(version);
});

test('every field must say something', () => {
  expect(isHeaderFilled(HEADER)).toBe(true);
  expect(isHeaderFilled({ ...HEADER, license: ' ' })).toBe(false);
  expect(isHeaderFilled({ ...HEADER, id: '' })).toBe(false);
});
