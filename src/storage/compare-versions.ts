import { canonicalJson, LISTS, RECORD_KINDS, type RecordKind } from '../core/packs/diff-packs.ts';
import type { PackRecord } from '../core/model/fact-pack.ts';
import {
  generationRange,
  type ConflictRow,
  type Database,
  type EntityRow,
  type FactRow,
  type Generation,
  type PackVersion,
  type SourceRow,
} from './database.ts';
import { readLayered, readReplaced } from './layers.ts';

/** A record that is not the same in two versions; null where one of them has none. */
export type RecordChange = {
  readonly kind: RecordKind;
  readonly id: string;
  readonly before: PackRecord | null;
  readonly after: PackRecord | null;
};

/** Rows read at once. */
const PAGE_SIZE = 1000;

type Layers = readonly Generation[];

/** Every record that differs between two versions of a pack, kind by kind. Where one is a patch of the other, only that is read. */
export async function* compareVersions(
  database: Database,
  before: PackVersion,
  after: PackVersion,
): AsyncGenerator<RecordChange> {
  const [old, next] = [before.layers, after.layers];
  const ids = isOnTop(next, old)
    ? patchedIds(database, next.slice(0, next.length - old.length))
    : isOnTop(old, next)
      ? patchedIds(database, old.slice(0, old.length - next.length))
      : null;
  for (const kind of RECORD_KINDS) {
    if (ids === null) yield* compareAll(database, kind, old, next);
    else
      for (const id of (await ids)[kind]) {
        const [was, is] = await Promise.all([
          readRecord(database, old, kind, id),
          readRecord(database, next, kind, id),
        ]);
        if (differs(was, is)) yield { kind, id, before: was, after: is };
      }
  }
}

/** Whether one version is the other with patches over it. */
const isOnTop = (upper: Layers, lower: Layers): boolean =>
  lower.length > 0 && upper.slice(-lower.length).join() === lower.join();

async function patchedIds(database: Database, patches: Layers): Promise<Readonly<Record<RecordKind, string[]>>> {
  const ids = {
    source: new Set<string>(),
    entity: new Set<string>(),
    fact: new Set<string>(),
    conflict: new Set<string>(),
  };
  for (const generation of patches) {
    for (const { kind, id } of await database.getAll('replaced', generationRange(generation))) ids[kind].add(id);
    for (const kind of RECORD_KINDS) {
      const keys = await database.getAllKeys(LISTS[kind], generationRange(generation));
      for (const [, id] of keys) ids[kind].add(id);
    }
  }
  const sorted = (of: ReadonlySet<string>): string[] => [...of].toSorted();
  return {
    source: sorted(ids.source),
    entity: sorted(ids.entity),
    fact: sorted(ids.fact),
    conflict: sorted(ids.conflict),
  };
}

/** Walks two versions side by side in the order of their ids. */
async function* compareAll(
  database: Database,
  kind: RecordKind,
  old: Layers,
  next: Layers,
): AsyncGenerator<RecordChange> {
  const [left, right] = [walkRecords(database, old, kind), walkRecords(database, next, kind)];
  let [was, is] = await Promise.all([left.next(), right.next()]);
  while (was.done !== true || is.done !== true) {
    const [oldId, newId] = [was.done === true ? null : was.value.id, is.done === true ? null : is.value.id];
    const isGone = oldId !== null && (newId === null || oldId < newId);
    const isNew = newId !== null && (oldId === null || newId < oldId);
    const before = isNew || was.done === true ? null : was.value.record;
    const after = isGone || is.done === true ? null : is.value.record;
    if (differs(before, after)) yield { kind, id: (isNew ? newId : oldId) ?? '', before, after };
    if (!isNew) was = await left.next();
    if (!isGone) is = await right.next();
  }
}

type Walked = { readonly id: string; readonly record: PackRecord };

/** The records of one kind that a version shows, in the order of their ids. */
export async function* walkRecords(database: Database, layers: Layers, kind: RecordKind): AsyncGenerator<Walked> {
  const walks = layers.map((_layer, position) => walkLayer(database, layers, position, kind));
  const heads = await Promise.all(walks.map((walk) => walk.next()));
  for (;;) {
    let least: string | null = null;
    let at = -1;
    for (const [position, head] of heads.entries())
      if (head.done !== true && (least === null || head.value.id < least)) [least, at] = [head.value.id, position];
    const head = heads[at];
    const walk = walks[at];
    if (head === undefined || head.done === true || walk === undefined) return;
    yield head.value;
    heads[at] = await walk.next();
  }
}

async function* walkLayer(
  database: Database,
  layers: Layers,
  position: number,
  kind: RecordKind,
): AsyncGenerator<Walked> {
  const layer = layers[position] ?? 0;
  const hidden = await readReplaced(database, layers, position, kind);
  let range = generationRange(layer);
  for (;;) {
    const rows = await database.getAll(LISTS[kind], range, PAGE_SIZE);
    for (const row of rows) if (!hidden.has(row.id)) yield { id: row.id, record: recordOf(row) };
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE_SIZE) return;
    range = IDBKeyRange.bound([layer, last.id], [layer, []], true);
  }
}

async function readRecord(
  database: Database,
  layers: Layers,
  kind: RecordKind,
  id: string,
): Promise<PackRecord | null> {
  const store = LISTS[kind];
  const transaction = database.transaction(['replaced', store]);
  const row = await readLayered(transaction.objectStore('replaced'), layers, kind, id, (layer) =>
    transaction.objectStore(store).get([layer, id]),
  );
  return row === undefined ? null : recordOf(row);
}

type RecordRow = EntityRow | FactRow | SourceRow | ConflictRow;

function recordOf(row: RecordRow): PackRecord {
  if ('source' in row) return { type: 'source', source: row.source };
  if ('entity' in row) return { type: 'entity', entity: row.entity };
  return 'fact' in row ? { type: 'fact', fact: row.fact } : { type: 'conflict', conflict: row.conflict };
}

const differs = (a: PackRecord | null, b: PackRecord | null): boolean => canonicalJson(a) !== canonicalJson(b);
