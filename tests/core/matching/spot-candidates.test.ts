import { expect, test } from 'vitest';
import { openAliasIndex, type AliasIndex, type Capitals } from '../../../src/core/matching/alias-index.ts';
import { createAliasIndexBuilder } from '../../../src/core/matching/alias-index-builder.ts';
import { aliasKeys } from '../../../src/core/matching/alias-key.ts';
import { spotCandidates } from '../../../src/core/matching/spot-candidates.ts';

function openIndex(aliases: readonly (readonly [alias: string, capitals: Capitals])[]): AliasIndex {
  const builder = createAliasIndexBuilder();
  for (const [alias, capitals] of aliases) builder.add(alias, capitals);
  const index = openAliasIndex(builder.finish());
  if (index === null) throw new Error('does not open');
  return index;
}

const index = openIndex([
  ['MOST', 2],
  ['Medium', 1],
  ['Huawei', 0],
  ['DJI', 2],
  ['dji', 0],
]);

test.each([
  ['most people, Most people', [], 2],
  ['the MOST said', ['MOST'], 0],
  ['a medium size; Medium said', ['Medium'], 1],
  ['MEDIUM', ['MEDIUM'], 0],
  ['my huawei phone', ['huawei'], 0],
  // Where two spellings share their letters, the less demanding one decides.
  ['a dji drone', ['dji'], 0],
  ['nothing', [], 0],
])('%s', (text, surfaces, lowered) => {
  const spotted = spotCandidates(index, text);
  expect(spotted.candidates.map(({ start, end }) => text.slice(start, end))).toEqual(surfaces);
  expect(spotted.lowered).toHaveLength(lowered);
});

test('a word that is no name tells which name it would be', () => {
  expect(spotCandidates(index, 'the most').lowered).toEqual([aliasKeys('MOST')?.fingerprint]);
});
