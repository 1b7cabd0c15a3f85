import type { IDBPObjectStore, StoreNames } from 'idb';
import type { Fingerprint } from '../core/matching/alias-key.ts';
import { createSortedRuns } from '../core/matching/sorted-runs.ts';
import { type AliasPageRow, type Generation, type SidelightSchema } from './database.ts';

/** Aliases to a page. Writing a row costs a browser much the same whatever is in it, so a row for each would double the time of an import. */
const PAGE_SIZE = 64;

/** Room for the number of an entity beside the key, in a number of 53 bits; a pack may have fewer records than that. */
const ENTITY_NUMBERS = 2 ** 22;
/** Drops the 13 lowest of a fingerprint's 44 bits. */
const FINGERPRINTS_PER_KEY = 2 ** 13;

/**
 * By what pages are sorted: the highest 31 bits of a fingerprint. Two names in some thousand million share them; whoever reads a
 * page compares the fingerprints of the entities' own aliases afterwards.
 */
const pageKey = (fingerprint: Fingerprint): number => Math.floor(fingerprint / FINGERPRINTS_PER_KEY);

/** Collects which entity bears which alias, in some 8 bytes for each beside the ids. */
export type AliasPages = {
  add(entity: string, fingerprints: Iterable<Fingerprint>): void;
  /** The finished pages, in the order of their keys; nothing between two steps of sorting. May be called once. */
  finish(generation: Generation): Generator<AliasPageRow | void>;
};

export function collectAliasPages(): AliasPages {
  const entities: string[] = [];
  const sorted = createSortedRuns();
  return {
    add(entity, fingerprints) {
      for (const fingerprint of fingerprints) sorted.push(pageKey(fingerprint) * ENTITY_NUMBERS + entities.length);
      entities.push(entity);
    },
    *finish(generation) {
      const entries = yield* sorted.merge();
      for (let from = 0, number = 0; from < entries.length; from += PAGE_SIZE, number++) {
        const part = entries.subarray(from, from + PAGE_SIZE);
        const keys = Uint32Array.from(part, (entry) => Math.floor(entry / ENTITY_NUMBERS));
        const bearers = Array.from(part, (entry) => entities[entry % ENTITY_NUMBERS] ?? '');
        yield { generation, last: keys.at(-1) ?? 0, number, keys, entities: bearers };
      }
    },
  };
}

/** The ids of the entities of a generation that bear an alias of this fingerprint, in the order of the pack; rarely, of another. */
export async function findBearers<S extends ArrayLike<StoreNames<SidelightSchema>>>(
  store: IDBPObjectStore<SidelightSchema, S, 'aliasPages'>,
  generation: Generation,
  fingerprint: Fingerprint,
): Promise<readonly string[]> {
  const wanted = pageKey(fingerprint);
  const found: string[][] = [];
  let page = await store.get(IDBKeyRange.bound([generation, wanted], [generation, []]));
  while (page !== undefined) {
    const { keys, entities, last, number } = page;
    found.push(entities.filter((_entity, index) => keys[index] === wanted));
    if (last !== wanted) break;
    // The key fills the page to its end, and perhaps the next one.
    page = await store.get(IDBKeyRange.bound([generation, wanted, number], [generation, []], true));
  }
  return [...new Set(found.flat())];
}
