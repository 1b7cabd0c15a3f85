import * as v from 'valibot';
import { LIMITS } from '../core/model/limits.ts';
import type { StorageArea } from './settings-store.ts';

/** Beside the database: what should be in it, so that a store that was wiped is noticed and never taken for an empty one. */
const MIRROR_KEY = 'packMirror';

const mirrorSchema = v.object({
  /** Titles by id of the packs that were installed. */
  installed: v.record(v.string(), v.pipe(v.string(), v.maxLength(LIMITS.nameLength))),
  /** Packs that the user removed: the one that ships with the extension must not come back by itself. */
  removed: v.pipe(v.array(v.string()), v.maxLength(LIMITS.packs)),
});

export type PackMirror = v.InferOutput<typeof mirrorSchema>;

export async function readMirror(area: StorageArea): Promise<PackMirror> {
  const parsed = v.safeParse(mirrorSchema, (await area.get([MIRROR_KEY]))[MIRROR_KEY]);
  return parsed.success ? parsed.output : { installed: {}, removed: [] };
}

/** The packs, with their titles, that should be in the store and are not. */
export function lostFrom(
  { installed }: PackMirror,
  rows: readonly { readonly id: string }[],
): (readonly [string, string])[] {
  const present = new Set(rows.map(({ id }) => id));
  return Object.entries(installed).filter(([id]) => !present.has(id));
}

export const writeMirror = (area: StorageArea, mirror: PackMirror): Promise<void> => area.set({ [MIRROR_KEY]: mirror });

/** Notes packs that are installed. */
export async function mirrorInstalled(
  area: StorageArea,
  packs: readonly { readonly id: string; readonly title: string }[],
): Promise<void> {
  const { installed, removed } = await readMirror(area);
  const ids = new Set(packs.map(({ id }) => id));
  await area.set({
    [MIRROR_KEY]: {
      installed: { ...installed, ...Object.fromEntries(packs.map(({ id, title }) => [id, title])) },
      removed: removed.filter((id) => !ids.has(id)),
    } satisfies PackMirror,
  });
}

/** Notes that a pack is gone because the user wanted that. */
export async function mirrorRemoved(area: StorageArea, pack: string): Promise<void> {
  const { installed, removed } = await readMirror(area);
  const rest = Object.fromEntries(Object.entries(installed).filter(([id]) => id !== pack));
  await area.set({
    [MIRROR_KEY]: {
      installed: rest,
      removed: [...new Set([...removed, pack])].slice(-LIMITS.packs),
    } satisfies PackMirror,
  });
}
