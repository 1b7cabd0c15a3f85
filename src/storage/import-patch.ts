import type { OrdinaryWordFinder } from '../core/linking/analyzer.ts';
import { OVERLAY_PACK } from '../core/model/overlay.ts';
import { err, ok, type Result } from '../core/model/result.ts';
import { bodyOf, type PackPatch } from '../core/packs/pack-patch.ts';
import type { PackOrigin } from '../core/packs/pack-origin.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import { LISTS, RECORD_KINDS } from '../core/packs/diff-packs.ts';
import { usesOf } from '../core/packs/record-uses.ts';
import type { Database, PackRow, PackVersion } from './database.ts';
import { packIsGone, reservedId, storeLostRows } from './import-pack.ts';
import { createRecordFinder, refKey, type RecordFinder } from './record-finder.ts';
import { activateVersion, holdVersion } from './pack-versions.ts';
import { isComplete, stageRecords, type StagedCounts, type Staging } from './stage-records.ts';
import { sweepGenerations } from './sweep-generations.ts';

/** With more layers than these, reading costs more than the whole pack anew. */
export const MAX_LAYERS = 8;

export type PatchOptions = {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly origin: PackOrigin;
  /** Whether the version is put in use at once; otherwise it waits for the user's consent. */
  readonly isApplied: boolean;
  /** The upload that is read, for an import of it that was cut off to go on. */
  readonly upload?: number | null;
  readonly findOrdinaryWords?: OrdinaryWordFinder;
};

/**
 * Makes the next version of an installed pack from a patch: only what changed is written, as a layer over the generations that
 * are there. Refused, with the dataset as it was, if the patch is for another version, or leaves a reference without a record,
 * or the counts of its header do not come out.
 *
 * @throws whatever the store throws; the dataset is unchanged then as well.
 */
export async function importPatch(
  database: Database,
  patch: PackPatch,
  { now, origin, isApplied, upload = null, findOrdinaryWords }: PatchOptions,
): Promise<Result<PackRow, readonly PackProblem[]>> {
  if (patch.pack === OVERLAY_PACK) return err([reservedId()]);
  const row = await database.get('packs', patch.pack);
  if (row === undefined) return err([packIsGone()]);
  const base = row.active;
  const header = patch.header;
  if (header === null) return refuse('The patch is a proposal for the publisher and makes no new version.');
  if (patch.from !== base.header.version || header.id !== row.id || base.layers.length >= MAX_LAYERS)
    return refuse(`The patch does not fit version ${base.header.version}; the whole pack is needed.`);
  let staging: Staging | null = null;
  try {
    const finder = createRecordFinder(database, base.layers);
    const dangling = await findDangling(patch, finder);
    if (dangling.length > 0) return err(dangling);
    staging = await stageRecords(database, {
      pack: row.id,
      now,
      upload,
      ...(findOrdinaryWords === undefined ? {} : { findOrdinaryWords }),
    });
    for (const record of patch.put) await staging.add(record);
    const replaced = await keepExisting(patch, finder);
    const counts = await staging.finish();
    await staging.hide([...patch.remove, ...replaced]);
    const staged = { ...counts, replaced: patch.remove.length + replaced.length };
    if (!(await isComplete(database, staging.generation, staged))) return err([storeLostRows()]);
    const total = await countAfter(base, staged, [...patch.remove, ...replaced], finder);
    const wrong = RECORD_KINDS.find((kind) => total[LISTS[kind]] !== header.counts[LISTS[kind]]);
    if (wrong !== undefined)
      return refuse(
        `The patch promises ${header.counts[LISTS[wrong]]} ${LISTS[wrong]} and makes ${total[LISTS[wrong]]}; the whole pack is needed.`,
      );
    const version = { header, layers: [staging.generation, ...base.layers], counts: total, origin, now };
    const changed = isApplied ? await activateVersion(database, version) : await holdVersion(database, version);
    return changed === null ? err([packIsGone()]) : ok(changed);
  } finally {
    await staging?.settled();
    await sweepGenerations(database).catch(() => {});
  }
}

/** The records of the patch that stand in the base already. */
async function keepExisting(patch: PackPatch, finder: RecordFinder): Promise<PackPatch['remove']> {
  const refs = patch.put.map((record) => ({ kind: record.type, id: bodyOf(record).id }));
  const known = await finder.present(refs);
  return refs.filter((ref) => known.has(refKey(ref)));
}

/** Every reference that the patch would leave without a record. */
async function findDangling(patch: PackPatch, finder: RecordFinder): Promise<PackProblem[]> {
  const removed = new Set(patch.remove.map(refKey));
  const put = new Set(patch.put.map((record) => refKey({ kind: record.type, id: bodyOf(record).id })));
  const uses = patch.put.flatMap((record) => usesOf(record)).filter((use) => !put.has(refKey(use)));
  const known = await finder.present(uses.filter((use) => !removed.has(refKey(use))));
  const unknown = uses.filter((use) => !known.has(refKey(use))).map(({ kind, id }) => dangling(kind, id));
  const users = await finder.usersOf(patch.remove);
  const bereft = patch.remove.filter((_ref, index) =>
    users[index]?.some((user) => !removed.has(refKey(user)) && !put.has(refKey(user))),
  );
  return [...unknown, ...bereft.map(({ kind, id }) => dangling(kind, id))];
}

/** How many records the new version has: what there was, without what is hidden, with what the patch puts. */
async function countAfter(
  base: PackVersion,
  put: StagedCounts,
  hidden: PackPatch['remove'],
  finder: RecordFinder,
): Promise<PackVersion['counts']> {
  const aliases = await finder.countAliases(hidden.flatMap(({ kind, id }) => (kind === 'entity' ? [id] : [])));
  const gone = (kind: (typeof RECORD_KINDS)[number]): number => hidden.filter((ref) => ref.kind === kind).length;
  return {
    entities: base.counts.entities + put.entities - gone('entity'),
    facts: base.counts.facts + put.facts - gone('fact'),
    sources: base.counts.sources + put.sources - gone('source'),
    conflicts: base.counts.conflicts + put.conflicts - gone('conflict'),
    aliases: base.counts.aliases + put.aliases - aliases,
  };
}

const dangling = (kind: string, id: string): PackProblem => ({
  code: 'unknown-id',
  line: 0,
  field: '',
  message: `The patch leaves references to the ${kind} "${id}", which the pack would no longer hold; the whole pack is needed.`,
});

const refuse = (message: string): Result<never, readonly PackProblem[]> =>
  err([{ code: 'wrong-base', line: 0, field: '', message }]);
