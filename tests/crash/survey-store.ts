import { GENERATION_STORES, generationRange, type Database, type PackVersion } from '../../src/storage/database.ts';
import { listPacks } from '../../src/storage/pack-store.ts';

/** One version of a pack as it lies in a store, whatever the numbers of its generations are there. */
export type SurveyedVersion = { readonly version: number; readonly counts: string; readonly digest: string };

export type SurveyedPack = {
  readonly id: string;
  readonly enabled: boolean;
  readonly active: SurveyedVersion;
  readonly kept: readonly SurveyedVersion[];
  readonly pending: SurveyedVersion | null;
  readonly declined: number;
};

/** All that is in use, down to the last row: two stores with equal surveys answer alike. */
export async function surveyPacks(database: Database): Promise<SurveyedPack[]> {
  const packs = await listPacks(database);
  return Promise.all(
    packs.map(async ({ id, enabled, active, kept, pending, declined }) => ({
      ...{ id, enabled, declined },
      active: await surveyVersion(database, active),
      kept: await Promise.all(kept.map((version) => surveyVersion(database, version))),
      pending: pending && (await surveyVersion(database, pending)),
    })),
  );
}

async function surveyVersion(database: Database, { header, counts, layers }: PackVersion): Promise<SurveyedVersion> {
  const rows: unknown[] = [];
  for (const [position, layer] of layers.entries())
    for (const store of GENERATION_STORES) {
      const found = await database.getAll(store, generationRange(layer));
      rows.push([store, found.map((row) => ({ ...withoutGeneration(row, layer), layer: position }))]);
    }
  return { version: header.version, counts: JSON.stringify(sorted(counts)), digest: await digest(rows) };
}

/** The row as it would be in another generation. */
function withoutGeneration(row: object, generation: number): object {
  const owned = `${generation}/`;
  return Object.fromEntries(
    Object.entries(row).flatMap(([key, value]: [string, unknown]) => {
      if (key === 'generation') return [];
      if (value instanceof Uint32Array) return [[key, [...value]]];
      const isOwned = (key === 'subjects' || key === 'facts') && Array.isArray(value);
      return [[key, isOwned ? value.map((name) => String(name).replace(owned, '')) : value]];
    }),
  );
}

async function digest(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(sorted(value)));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The same value with the keys of its objects in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}

/** What no version of a pack points to, and what waits to be imported: nothing, once all has come to rest. */
export async function surveyLeftovers(database: Database): Promise<readonly string[]> {
  const versions = (await listPacks(database)).flatMap(({ active, kept, pending }) => [
    active,
    ...kept,
    ...(pending === null ? [] : [pending]),
  ]);
  const inUse = new Set(versions.flatMap(({ layers }) => layers));
  const left: string[] = [];
  for (const generation of await database.getAllKeys('generations'))
    if (!inUse.has(generation)) left.push(`generation ${generation}`);
  for (const ticket of await database.getAllKeys('uploads')) left.push(`upload ${ticket}`);
  // Rows of a generation that nobody knows of would never be swept.
  for (const store of GENERATION_STORES) {
    const counts = await Promise.all([...inUse].map((layer) => database.count(store, generationRange(layer))));
    const strays = (await database.count(store)) - counts.reduce((sum, count) => sum + count, 0);
    if (strays > 0) left.push(`${strays} rows of ${store}`);
  }
  return left;
}
