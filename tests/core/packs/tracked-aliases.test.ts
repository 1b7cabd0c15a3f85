import { describe, expect, test } from 'vitest';
import {
  markOrdinary,
  requiredCapitals,
  trackedAliases,
  wordToLookUp,
} from '../../../src/core/packs/tracked-aliases.ts';
import type { Alias } from '../../../src/core/model/entity.ts';
import { makeEntity } from '../../fixtures/builders.ts';

const track = (alias: Alias) => {
  const [tracked] = trackedAliases('p', makeEntity({ id: 'e', name: alias.text, aliases: [alias] }));
  if (tracked === undefined) throw new Error('no alias');
  return tracked;
};

describe('the word to look up', () => {
  test.each([
    [{ text: 'Medium' }, 'medium'],
    [{ text: 'Medium', case: 'exact' as const }, null],
    [{ text: 'Medium Corp' }, null],
    [{ text: '华为' }, null],
  ])('%o', (alias, word) => {
    expect(wordToLookUp(track(alias))).toBe(word);
  });
});

describe('the capitals an alias asks for', () => {
  test.each([
    [{ text: 'Huawei' }, false, 0],
    [{ text: 'Medium' }, true, 1],
    [{ text: 'Medium', case: 'exact' as const }, false, 1],
    [{ text: 'MOST', case: 'exact' as const }, false, 2],
    [{ text: 'SQuAD', case: 'exact' as const }, false, 2],
    [{ text: 'iEntry', case: 'exact' as const }, false, 0],
    [{ text: '4IR', case: 'exact' as const }, false, 0],
  ])('%o, ordinary: %s', (alias, ordinary, capitals) => {
    const [tracked] = markOrdinary([track(alias)], new Set(ordinary ? [alias.text.toLowerCase()] : []));
    expect(tracked && requiredCapitals(tracked)).toBe(capitals);
  });
});

test('an entity that is not to be marked has aliases that are not painted', () => {
  const aliases = trackedAliases('p', makeEntity({ name: 'Acme', highlight: false }));
  expect(aliases.every(({ paint }) => !paint)).toBe(true);
});
