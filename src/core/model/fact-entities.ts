import type { Fact } from './fact.ts';

/** The entities of its pack that a fact is about: its subjects, and what its value names. */
export function entitiesOf({ subjects, value }: Pick<Fact, 'subjects' | 'value'>): readonly string[] {
  if (value?.type === 'relation') return [...subjects, value.object];
  if (value?.type === 'entities') return [...subjects, ...value.entities];
  return value?.type === 'role' && value.organisation !== undefined ? [...subjects, value.organisation] : subjects;
}
