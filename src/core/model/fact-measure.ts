import type { Fact } from './fact.ts';

export type Measure = Extract<NonNullable<Fact['value']>, { type: 'money' | 'quantity' }>;

/** The number of a fact, a sum or a count; null where its value is of another type, or it has none. */
export const measureOf = ({ value }: Pick<Fact, 'value'>): Measure | null =>
  value?.type === 'money' || value?.type === 'quantity' ? value : null;
