import type { EntityRef } from '../core/model/entity.ts';
import { walkClusters } from '../storage/cluster-store.ts';
import type { Connection } from '../storage/connection.ts';
import type { Database, PackRow } from '../storage/database.ts';
import { keepOnly, type LibraryCache } from '../storage/library-cache.ts';
import { readNews } from '../storage/library-news.ts';
import { listPacks } from '../storage/pack-store.ts';
import type { LibraryState } from '../messaging/library-channel.ts';
import { buildPack, keyOf, type BuiltPack } from './build-pack.ts';
import { assembleShelf, type Shelf, type ShelvedPack } from './library-shelf.ts';
import { unpackIndex, type TextIndex } from './text-index.ts';

/** While the first version of a pack is read, what there is so far is shown this often. */
const SHOW_INTERVAL_MS = 1500;

type Listener = {
  /** The rows are others than before. */
  onShelf(shelf: Shelf): void;
  onState(state: LibraryState): void;
};

/** Keeps what is at hand of the packs in step with those that are in use. */
export function createLibraryPacks(connect: Connection, openCache: () => Promise<LibraryCache>, listener: Listener) {
  let shelved: readonly ShelvedPack[] = [];
  let clusters: readonly (readonly EntityRef[])[] = [];
  let isShown = false;
  let running: Promise<void> = Promise.resolve();
  let lastSignature = '';

  const show = (): void => {
    isShown = true;
    listener.onShelf(assembleShelf(shelved, clusters));
  };
  const put = (pack: ShelvedPack): void => {
    shelved = shelved.map((other) => (other.id === pack.id ? pack : other));
  };

  async function update(): Promise<void> {
    const database = await connect();
    const rows = (await listPacks(database)).filter(({ enabled }) => enabled);
    const found = await readClusters(database);
    const signature = JSON.stringify([rows.map((row) => [row.id, keyOf(row), row.seen]), found]);
    if (signature === lastSignature) return;
    const cache = await openCache();
    clusters = found;
    await keepOnly(
      cache,
      (await listPacks(database)).map(({ id }) => id),
    );
    shelved = await Promise.all(rows.map((row) => takeDown(database, cache, row)));
    const isThere = shelved.some(({ key }) => key !== '');
    if (isThere || rows.length === 0) show();
    for (const row of rows) {
      const pack = shelved.find(({ id }) => id === row.id);
      if (pack !== undefined && pack.key !== keyOf(row)) await build(database, cache, row);
    }
    listener.onState({ phase: 'ready', done: 0, of: 0 });
    for (const pack of shelved) if (pack.texts.length === 0) await loadTexts(cache, pack);
    show();
    lastSignature = signature;
  }

  /** What there is of a pack at once: what is shelved, or what was kept, if need be of an earlier version. */
  async function takeDown(database: Database, cache: LibraryCache, row: PackRow): Promise<ShelvedPack> {
    const { id } = row;
    const [title, news] = [row.active.header.title, await readNews(database, row)];
    const before = shelved.find((pack) => pack.id === id);
    if (before !== undefined && before.key !== '') return { ...before, title, news };
    const cached = await cache.get('packs', id);
    return cached === undefined
      ? { id, title, key: '', records: NOTHING, news, texts: [] }
      : { id, title, key: cached.key, records: cached.records, news, texts: [] };
  }

  async function build(database: Database, cache: LibraryCache, row: PackRow): Promise<void> {
    const pack = shelved.find(({ id }) => id === row.id);
    if (pack === undefined) return;
    const isFirst = pack.key === '';
    const of = row.active.counts.entities;
    let shownAt = performance.now();
    const stateAt = (done: number): LibraryState => ({ phase: isShown ? 'building' : 'reading', done, of });
    listener.onState(stateAt(0));
    const onPart = (soFar: () => BuiltPack, done: number): void => {
      if (isFirst && performance.now() - shownAt > SHOW_INTERVAL_MS) {
        put({ ...pack, ...soFar() });
        show();
        shownAt = performance.now();
      }
      listener.onState(stateAt(done));
    };
    const built = await buildPack(database, cache, row, onPart);
    put({ ...pack, ...built, key: keyOf(row) });
    show();
  }

  async function loadTexts(cache: LibraryCache, pack: ShelvedPack): Promise<void> {
    const texts: TextIndex[] = [];
    for (let part = 0; ; part++) {
      const bytes = await cache.get('texts', [pack.id, pack.key, part]);
      if (bytes === undefined) break;
      texts.push(await unpackIndex(bytes));
    }
    put({ ...pack, texts });
  }

  return {
    /** Looks whether packs have changed, and works out anew what has. One look at a time. */
    refresh(): Promise<void> {
      running = running.then(update).catch((error: unknown) => {
        listener.onState({ phase: 'failed', done: 0, of: 0 });
        throw error;
      });
      // The next look begins afresh.
      const current = running;
      running = running.catch(() => {});
      return current;
    },
  };
}

const NOTHING: ShelvedPack['records'] = {
  ...{ ids: [], names: [], keys: [], types: new Uint8Array(), disputed: new Uint8Array() },
  ...{ factStarts: new Uint32Array(1), firstDays: new Uint32Array(), lastDays: new Uint32Array() },
  ...{ traits: new Uint8Array(), newest: new Uint32Array() },
};

async function readClusters(database: Database): Promise<readonly (readonly EntityRef[])[]> {
  const clusters: (readonly EntityRef[])[] = [];
  for await (const { members } of walkClusters(database)) clusters.push(members);
  return clusters;
}
