import { expect, test } from 'vitest';
import { countCompanions, type FactCompanion } from '../../../src/core/card/related-entities.ts';

const one = (id: string): FactCompanion => ({ ref: { pack: 'p', id }, name: id.toUpperCase(), type: 'company' });
const read = (facts: FactCompanion[][]): string[] =>
  countCompanions(facts).map((each) => `${each.name} ${each.factCount}`);

test.each<[string, FactCompanion[][], string[]]>([
  ['nobody', [[], []], []],
  ['most facts first', [[one('a')], [one('b')], [one('b')]], ['B 2', 'A 1']],
  ['by name where they are as many', [[one('b'), one('a')]], ['A 1', 'B 1']],
  ['a fact once, however often it names somebody', [[one('a'), one('a')]], ['A 1']],
])('%s', (_what, facts, expected) => {
  expect(read(facts)).toEqual(expected);
});
