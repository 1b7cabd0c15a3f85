import { expect, test } from 'vitest';
import { changeChoices } from '../../../src/core/merging/change-choices.ts';
import { NO_CHOICES } from '../../../src/core/merging/merge-choices.ts';

const [a, b, c] = ['a', 'b', 'c'].map((pack) => ({ pack, id: 'x' }));

test('the latest word about two records counts, in whichever order they are named', () => {
  if (a === undefined || b === undefined || c === undefined) throw new Error('three records');
  const joined = changeChoices(NO_CHOICES, a, b, 'same');
  expect(joined).toEqual({ same: [[a, b]], different: [] });
  const parted = changeChoices(joined, b, a, 'different');
  expect(parted).toEqual({ same: [], different: [[b, a]] });
  expect(changeChoices(parted, a, c, 'same')).toEqual({ same: [[a, c]], different: [[b, a]] });
  expect(changeChoices(parted, a, b, 'unsaid')).toEqual(NO_CHOICES);
});
