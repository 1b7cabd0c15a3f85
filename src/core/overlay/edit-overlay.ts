import type { FactPack, PackHeader, PackRecord } from '../model/fact-pack.ts';
import { OVERLAY_PACK } from '../model/overlay.ts';
import { PACK_FORMAT, PACK_FORMAT_VERSION } from '../model/fact-pack.ts';
import { err, type Result } from '../model/result.ts';
import { formatPack, recordsOf } from '../packs/apply-patch.ts';
import { bodyOf, type RecordRef } from '../packs/pack-patch.ts';
import type { PackProblem } from '../packs/pack-problem.ts';
import { parseFactPack } from '../packs/parse-fact-pack.ts';

/** What the user puts into the overlay, or takes out of it, at once. */
export type OverlayEdit = { readonly put: readonly PackRecord[]; readonly remove: readonly RecordRef[] };

/** How the overlay is called, in the user's language. */
export type OverlayProfile = {
  readonly title: string;
  readonly publisher: string;
  readonly language: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
};

export type OverlayRecords = Omit<FactPack, 'header'>;

export const NO_RECORDS: OverlayRecords = { sources: [], entities: [], facts: [], conflicts: [] };

/**
 * The overlay after an edit, a version later. It is read as any pack is: whatever would leave a reference without a record, use
 * an id twice or break a cap is refused, with every problem by its field.
 */
export function editOverlay(
  before: OverlayRecords,
  version: number,
  { put, remove }: OverlayEdit,
  profile: OverlayProfile,
): Result<FactPack, readonly PackProblem[]> {
  const gone = new Set(remove.map(({ kind, id }) => `${kind} ${id}`));
  const kept = new Map(
    recordsOf(before)
      .filter((record) => !gone.has(keyOf(record)))
      .map((record) => [keyOf(record), record]),
  );
  for (const record of put) kept.set(keyOf(record), record);
  const records = [...kept.values()];
  const parsed = parseFactPack(formatPack(headerFor(records, version + 1, profile), records));
  return parsed.ok ? parsed : err(parsed.error.map((problem) => ({ ...problem, line: 0 })));
}

function headerFor(records: readonly PackRecord[], version: number, profile: OverlayProfile): PackHeader {
  const count = (type: PackRecord['type']): number => records.filter((record) => record.type === type).length;
  return {
    ...{ format: PACK_FORMAT, formatVersion: PACK_FORMAT_VERSION, id: OVERLAY_PACK, version },
    title: profile.title,
    publisher: { name: profile.publisher },
    published: profile.today,
    license: 'All rights reserved',
    language: profile.language,
    counts: {
      ...{ entities: count('entity'), facts: count('fact') },
      ...{ sources: count('source'), conflicts: count('conflict') },
    },
  };
}

const keyOf = (record: PackRecord): string => `${record.type} ${bodyOf(record).id}`;
