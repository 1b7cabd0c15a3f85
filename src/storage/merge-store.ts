import * as v from 'valibot';
import { mergeChoicesSchema, NO_CHOICES, type MergeChoices } from '../core/merging/merge-choices.ts';
import type { StorageArea } from './settings-store.ts';

export const MERGES_KEY = 'merges';

/** Which records the user calls the same, and which not; none if what is stored is unsound. */
export async function readMergeChoices(area: StorageArea): Promise<MergeChoices> {
  const parsed = v.safeParse(mergeChoicesSchema, (await area.get([MERGES_KEY]))[MERGES_KEY]);
  return parsed.success ? parsed.output : NO_CHOICES;
}

export const writeMergeChoices = (area: StorageArea, choices: MergeChoices): Promise<void> =>
  area.set({ [MERGES_KEY]: choices });
