import type { EntityRef } from '../model/entity.ts';
import { entityKey } from '../model/mention.ts';
import type { MergeChoices } from './merge-choices.ts';

/** A record that the user spoke of. Name and title are its ids where its pack or the record itself is gone. */
export type NamedRecord = { readonly ref: EntityRef; readonly name: string; readonly packTitle: string };

/** What the user said of two records. */
export type MergeWord = {
  readonly verdict: keyof MergeChoices;
  readonly records: readonly [NamedRecord, NamedRecord];
};

/** What the user said of any of some records, the record that is among them first. */
export function wordsAbout(
  choices: MergeChoices,
  members: readonly EntityRef[],
): { readonly verdict: MergeWord['verdict']; readonly pair: readonly [EntityRef, EntityRef] }[] {
  const keys = new Set(members.map(entityKey));
  const isMember = (ref: EntityRef): boolean => keys.has(entityKey(ref));
  return (['same', 'different'] as const).flatMap((verdict) =>
    choices[verdict]
      .filter((pair) => pair.some(isMember))
      .map(([a, b]) => ({ verdict, pair: isMember(a) ? ([a, b] as const) : ([b, a] as const) })),
  );
}
