import { expect, test } from 'vitest';
import { NAME_RANKS, nameKey, rankNames } from '../../../src/core/library/match-names.ts';
import { foldWords } from '../../../src/core/library/tokenize.ts';

const key = nameKey(['Société Acme Robotics', 'AR', 'Acme 机器人', 'acme']);

test.each([
  ['societe acme robotics', 'exactName'],
  ['Société A', 'beginsName'],
  ['robot', 'withinName'],
  ['robotics acme', 'withinName'],
  ['ar', 'exactAlias'],
  ['acme', 'exactAlias'],
  ['机器', 'withinAliases'],
  ['器人', 'withinAliases'],
  ['obotics', 'none'],
  ['acme globex', 'none'],
] as const)('%j: %s', (typed, rank) => {
  expect(rankNames(key, foldWords(typed))).toBe(NAME_RANKS[rank]);
});
