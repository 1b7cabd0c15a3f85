import type { IDBPTransaction } from 'idb';
import type { OrdinaryWordFinder } from '../core/linking/analyzer.ts';
import type { FactPack } from '../core/model/fact-pack.ts';
import { OVERLAY_PACK } from '../core/model/overlay.ts';
import { ok, type Result } from '../core/model/result.ts';
import {
  editOverlay,
  NO_RECORDS,
  type OverlayEdit,
  type OverlayProfile,
  type OverlayRecords,
} from '../core/overlay/edit-overlay.ts';
import { LISTS } from '../core/packs/diff-packs.ts';
import type { PackOrigin } from '../core/packs/pack-origin.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import { trackedAliases, wordToLookUp } from '../core/packs/tracked-aliases.ts';
import { collectAliasPages } from './alias-pages.ts';
import { generationRange, type Database, type EntityRow, type PackRow, type SidelightSchema } from './database.ts';
import { aliasesOf, fingerprintsOf, recordRow } from './record-rows.ts';
import { findOrdinary } from './stage-records.ts';

/**
 * The generation of an overlay that was not restored from a backup. Imports count from 1, and the sweeper goes by their list, so
 * it is never taken for a leftover.
 */
const OVERLAY_GENERATION = 0;
/** Before every other pack. */
const OVERLAY_ORDER = -1;
const OWN: PackOrigin = { kind: 'own', url: null, signer: null };

const STORES = ['packs', 'entities', 'aliasPages', 'facts', 'sources', 'conflicts'] as const;
const RECORD_STORES = ['entities', 'aliasPages', 'facts', 'sources', 'conflicts'] as const;
type Writing = IDBPTransaction<SidelightSchema, typeof STORES, 'readwrite'>;

export type OverlayOptions = {
  readonly profile: OverlayProfile;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly findOrdinaryWords?: OrdinaryWordFinder;
};

/** What an edit has done: whether names are looked for otherwise than before. */
export type OverlayChange = { readonly changesNames: boolean };

/** The records of the overlay; none where there is no overlay yet. */
export async function readOverlay(database: Database): Promise<FactPack | null> {
  const transaction = database.transaction(STORES);
  const row = await transaction.objectStore('packs').get(OVERLAY_PACK);
  return row === undefined ? null : { header: row.active.header, ...(await readRecords(transaction, row)).records };
}

/**
 * Changes the overlay in place, in one strict transaction: after a crash the edit is there whole or not at all. The first edit
 * makes it. The edit is made by `plan` from the records as they are then; what would make the pack unsound changes nothing.
 *
 * @throws whatever the store throws; the overlay is unchanged then.
 */
export async function changeOverlay(
  database: Database,
  plan: (records: OverlayRecords) => OverlayEdit,
  { profile, now, findOrdinaryWords = () => Promise.resolve([]) }: OverlayOptions,
): Promise<Result<OverlayChange, readonly PackProblem[]>> {
  // Looked up beforehand: a transaction that waits for something else ends by itself. Whoever edits at the same moment plans anew.
  const planned = plan((await readOverlay(database)) ?? NO_RECORDS).put;
  const named = planned.flatMap((record) =>
    record.type === 'entity' ? trackedAliases(OVERLAY_PACK, record.entity) : [],
  );
  const ordinaryWords = await findOrdinary(named, findOrdinaryWords);

  const transaction = database.transaction(STORES, 'readwrite', { durability: 'strict' });
  const row = await transaction.objectStore('packs').get(OVERLAY_PACK);
  const { records, entityRows } = row === undefined ? NOTHING : await readRecords(transaction, row);
  const edit = plan(records);
  const edited = editOverlay(records, row?.active.header.version ?? 0, edit, profile);
  if (!edited.ok) return edited;
  const generation = row?.active.layers[0] ?? OVERLAY_GENERATION;
  const writes: Promise<unknown>[] = [];
  // What an overlay that was taken away may have left.
  if (row === undefined)
    for (const store of RECORD_STORES) writes.push(transaction.objectStore(store).delete(generationRange(generation)));
  for (const { kind, id } of edit.remove) {
    writes.push(transaction.objectStore(LISTS[kind]).delete([generation, id]));
    if (kind === 'entity') entityRows.delete(id);
  }
  for (const record of edit.put) {
    const words = record.type === 'entity' ? trackedAliases(OVERLAY_PACK, record.entity).map(wordToLookUp) : [];
    const ordinary = [...new Set(words)].filter((word) => word !== null && ordinaryWords.has(word));
    const staged = recordRow(
      generation,
      record,
      ordinary.filter((word) => word !== null),
    );
    if (staged.store === 'entities') entityRows.set(staged.row.id, staged.row);
    writes.push(putRow(transaction, staged));
  }
  const isNaming = ({ kind }: { kind: string }): boolean => kind === 'entity';
  const changesNames =
    row === undefined || edit.remove.some(isNaming) || edit.put.some(({ type }) => type === 'entity');
  const aliases = writeAliasPages(transaction, generation, [...entityRows.values()], writes);
  writes.push(transaction.objectStore('packs').put(rowOf(row, edited.value, aliases, generation, now)));
  await Promise.all([...writes, transaction.done]);
  return ok({ changesNames });
}

const NOTHING = { records: NO_RECORDS, entityRows: new Map<string, EntityRow>() };

async function readRecords(
  transaction: Pick<IDBPTransaction<SidelightSchema, typeof STORES, 'readonly' | 'readwrite'>, 'objectStore'>,
  { active }: PackRow,
): Promise<{ records: OverlayRecords; entityRows: Map<string, EntityRow> }> {
  const range = generationRange(active.layers[0] ?? OVERLAY_GENERATION);
  const [sources, entities, facts, conflicts] = await Promise.all([
    transaction.objectStore('sources').getAll(range),
    transaction.objectStore('entities').getAll(range),
    transaction.objectStore('facts').getAll(range),
    transaction.objectStore('conflicts').getAll(range),
  ]);
  return {
    records: {
      sources: sources.map(({ source }) => source),
      entities: entities.map(({ entity }) => entity),
      facts: facts.map(({ fact }) => fact),
      conflicts: conflicts.map(({ conflict }) => conflict),
    },
    entityRows: new Map(entities.map((entity) => [entity.id, entity])),
  };
}

function putRow(transaction: Writing, staged: ReturnType<typeof recordRow>): Promise<unknown> {
  switch (staged.store) {
    case 'entities':
      return transaction.objectStore('entities').put(staged.row);
    case 'facts':
      return transaction.objectStore('facts').put(staged.row);
    case 'sources':
      return transaction.objectStore('sources').put(staged.row);
    case 'conflicts':
      return transaction.objectStore('conflicts').put(staged.row);
  }
}

/** Writes the pages anew and counts the aliases on them. */
function writeAliasPages(
  transaction: Writing,
  generation: number,
  rows: readonly EntityRow[],
  writes: Promise<unknown>[],
): number {
  const pages = collectAliasPages();
  let count = 0;
  for (const row of rows) {
    const fingerprints = fingerprintsOf(aliasesOf(OVERLAY_PACK, row));
    pages.add(row.id, fingerprints);
    count += fingerprints.length;
  }
  const store = transaction.objectStore('aliasPages');
  writes.push(store.delete(generationRange(generation)));
  for (const page of pages.finish(generation)) if (page !== undefined) writes.push(store.put(page));
  return count;
}

const rowOf = (
  row: PackRow | undefined,
  { header }: FactPack,
  aliases: number,
  generation: number,
  now: number,
): PackRow => ({
  id: OVERLAY_PACK,
  active: { header, layers: [generation], counts: { ...header.counts, aliases }, importedAt: now, origin: OWN },
  ...{ kept: row?.kept ?? [], pending: null, seen: generation, declined: 0, order: OVERLAY_ORDER },
  enabled: row?.enabled ?? true,
});
