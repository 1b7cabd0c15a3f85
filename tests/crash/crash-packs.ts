import { makeFact, packLines } from '../fixtures/builders.ts';
import { coinName } from '../fixtures/many-names.ts';
import { patchText } from '../fixtures/publisher.ts';

export type PackSize = { readonly entities: number; readonly facts: number };

/** A version of a pack of coined names, each of which is one word or two that no lexicon holds. */
export function coinPack(id: string, version: number, { entities, facts }: PackSize): string[] {
  const template = makeFact();
  return packLines({
    id,
    version,
    entities: Array.from({ length: entities }, (_, number) => ({
      id: `e${number}`,
      name: coinName(number),
      type: 'company',
      aliases: [{ text: `${coinName(number)} of ${version}` }],
    })),
    facts: Array.from({ length: facts }, (_, number) => ({
      ...template,
      id: `f${number}`,
      subjects: [`e${number % entities}`],
      // Every third is another in each version.
      statement: number % 3 === 0 ? `Number ${number} of version ${version}.` : `Number ${number}.`,
    })),
  });
}

/** What makes the next version out of one: a patch as its publisher would give it. */
export const coinPatch = (id: string, from: number, size: PackSize): string =>
  patchText(coinPack(id, from, size), coinPack(id, from + 1, size));
