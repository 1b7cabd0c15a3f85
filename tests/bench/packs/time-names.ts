import { rebuildAliasIndex } from '../../../src/background/watch-list.ts';
import { PACK_FORMAT, PACK_FORMAT_VERSION } from '../../../src/core/model/fact-pack.ts';
import type { Database } from '../../../src/storage/database.ts';
import { coinName } from '../../fixtures/many-names.ts';
import { timeImport } from './time-import.ts';

/** Names collected before they become a part of the file. */
const PART_SIZE = 20_000;

export type NamesFigures = {
  readonly importMs: number;
  readonly indexMs: number;
  readonly peakHeapBytes: number | null;
};

/** Imports a pack of names alone, then builds the index of them all, which together are what a user waits for. */
export async function timeNames(database: Database, count: number): Promise<NamesFigures> {
  const { ms: importMs, peakHeapBytes } = await timeImport(database, makeNamesFile(count));
  const began = performance.now();
  await rebuildAliasIndex(database, { get: () => Promise.resolve({}), set: () => Promise.resolve() });
  return { importMs, indexMs: performance.now() - began, peakHeapBytes };
}

function makeNamesFile(count: number): Blob {
  const header = {
    ...{ format: PACK_FORMAT, formatVersion: PACK_FORMAT_VERSION, id: 'bench', version: 1, title: 'Names' },
    ...{ publisher: { name: 'Bench' }, published: '2026-11-22', license: 'CC0-1.0', language: 'en' },
    counts: { entities: count, facts: 0, sources: 0 },
  };
  const parts = [`${JSON.stringify(header)}\n`];
  for (let from = 0; from < count; from += PART_SIZE) {
    const numbers = Array.from({ length: Math.min(PART_SIZE, count - from) }, (_, index) => from + index);
    parts.push(numbers.map((number) => `${lineOf(number)}\n`).join(''));
  }
  return new Blob(parts);
}

const lineOf = (number: number): string =>
  JSON.stringify({ entity: { id: `e${number}`, name: coinName(number), type: 'company' } });
