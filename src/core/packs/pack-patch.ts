import type { Entity } from '../model/entity.ts';

export const PATCH_FORMAT = 'factpack-patch';
export const PATCH_FORMAT_VERSION = 1;

/** A proposed change of one pack: records to be put in place of those with the same id, and what could not be said so. */
export type PackPatch = {
  readonly pack: string;
  /** The version it was made from. */
  readonly from: number;
  readonly entities: readonly Entity[];
  /** For the publisher to read: what no record can hold. */
  readonly remarks: readonly string[];
};

/** The patch as the lines of a file: a header, then one record a line. */
export function formatPatch({ pack, from, entities, remarks }: PackPatch): string {
  const header = { format: PATCH_FORMAT, formatVersion: PATCH_FORMAT_VERSION, pack, from, remarks };
  return [header, ...entities.map((entity) => ({ entity }))].map((line) => `${JSON.stringify(line)}\n`).join('');
}
