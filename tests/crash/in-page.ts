import { rebuildAliasIndex } from '../../src/background/watch-list.ts';
import { ok } from '../../src/core/model/result.ts';
import { contentApi } from '../../src/messaging/extension-api.ts';
import { requestImport } from '../../src/messaging/request-import.ts';
import { createSend } from '../../src/messaging/send.ts';
import { GENERATION_STORES, generationRange, openDatabase, type Database } from '../../src/storage/database.ts';
import { readSettings } from '../../src/storage/settings-store.ts';
import { putAside } from '../../src/storage/put-aside.ts';
import { putUpload } from '../../src/storage/upload-store.ts';
import { surveyLeftovers, surveyPacks } from './survey-store.ts';

/** What the crash tests ask of a page of the extension. */
const createTasks = () => {
  const api = contentApi();
  const send = createSend((envelope) => api.runtime.sendMessage(envelope));
  const inDatabase = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
    const database = await openDatabase();
    try {
      return await work(database);
    } finally {
      database.close();
    }
  };
  /** Whether the alias index is another than one that is built now. */
  const hasStaleIndex = async (database: Database): Promise<boolean> => {
    const stored = await api.storage.local.get(['aliasIndex', 'indexedPacks']);
    let built: Record<string, unknown> = {};
    const area = {
      get: () => Promise.resolve({}),
      set: (items: typeof built) => Promise.resolve(void (built = items)),
    };
    await rebuildAliasIndex(database, area);
    return stored['aliasIndex'] !== built['aliasIndex'] || stored['indexedPacks'] !== built['indexedPacks'];
  };
  return {
    survey: () => inDatabase(surveyPacks),
    /** What is still to be done before all is at rest. */
    leftovers: () =>
      inDatabase(async (database) => {
        const [left, isStale] = [await surveyLeftovers(database), await hasStaleIndex(database)];
        return isStale ? [...left, 'an alias index of other packs'] : left;
      }),
    putAside: ({ name, text }: { name: string; text: string }) =>
      inDatabase((database) =>
        putUpload(database, { name, file: new Blob([text]), storedAt: Date.now(), isMeant: true }),
      ),
    /** Both, as the manager does it. */
    importFile: async ({ name, text }: { name: string; text: string }) =>
      requestImport(send, await putAside({ name, file: new Blob([text]), storedAt: Date.now(), isMeant: true })),
    importUpload: ({ ticket }: { ticket: number }) => requestImport(send, ok(ticket)),
    jobs: () => send('page.jobs', {}),
    /** The packs that the extension knows to have been lost by the browser. */
    async lostPacks() {
      const answer = await send('page.packs', {});
      return answer.ok ? answer.value.lost.map(({ id }) => id).toSorted() : [];
    },
    /** Goes back to the kept version at this place of the list. */
    rollBack: ({ pack, place }: { pack: string; place: number }) =>
      inDatabase(async (database) => {
        const layer = (await database.get('packs', pack))?.kept[place]?.layers[0] ?? 0;
        return send('page.rollBack', { pack, layer });
      }),
    setEnabled: ({ pack, enabled }: { pack: string; enabled: boolean }) =>
      send('page.setPackEnabled', { pack, enabled }),
    removePack: ({ pack }: { pack: string }) => send('page.removePack', { pack }),
    setSiteEnabled: ({ site }: { site: string }) => send('page.setSiteEnabled', { site, enabled: false }),
    async disabledSites() {
      return (await readSettings(api.storage.local)).disabledSites;
    },
    /** What the import of an upload has written so far: the records it counts, and those that are there. */
    staged: ({ ticket }: { ticket: number }) =>
      inDatabase(async (database) => {
        const transaction = database.transaction(['generations', ...GENERATION_STORES]);
        const generations = transaction.objectStore('generations');
        for (let cursor = await generations.openCursor(); cursor !== null; cursor = await cursor.continue()) {
          if (cursor.value.upload !== ticket) continue;
          const range = generationRange(cursor.key);
          const counts = await Promise.all(
            (['entities', 'facts', 'sources', 'conflicts'] as const).map((store) =>
              transaction.objectStore(store).count(range),
            ),
          );
          const stored = counts.reduce((sum, count) => sum + count, 0);
          return { generation: cursor.key, written: cursor.value.written ?? 0, stored };
        }
        return null;
      }),
  };
};

export type CrashTasks = ReturnType<typeof createTasks>;

(globalThis as unknown as { crashTasks: CrashTasks }).crashTasks = createTasks();
