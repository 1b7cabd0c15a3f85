import type { EntityRef } from '../model/entity.ts';
import { LIMITS } from '../model/limits.ts';
import { entityKey } from '../model/mention.ts';
import type { EntityPair, MergeChoices } from './merge-choices.ts';

export type MergeVerdict = keyof MergeChoices | 'unsaid';

/** The choices with another word about two records; the latest word counts, and only it is kept. */
export function changeChoices(choices: MergeChoices, a: EntityRef, b: EntityRef, verdict: MergeVerdict): MergeChoices {
  const wanted = pairKey([a, b]);
  const without = (pairs: readonly EntityPair[]): EntityPair[] => pairs.filter((pair) => pairKey(pair) !== wanted);
  const list = (name: keyof MergeChoices): EntityPair[] =>
    [...without(choices[name]), ...(verdict === name ? [[a, b] satisfies EntityPair] : [])].slice(-LIMITS.mergeChoices);
  return { same: list('same'), different: list('different') };
}

const pairKey = (pair: EntityPair): string => pair.map(entityKey).toSorted().join(' ');
