import { ANALYST_WORKER, createAnalystChannel } from '../../../src/messaging/analyst-channel.ts';
import { openDatabase, type Database } from '../../../src/storage/database.ts';
import { makePackFile, type PackFile } from './pack-file.ts';
import { timeDexie } from './time-dexie.ts';
import { timeFloor } from './time-floor.ts';
import { timeImport, timeReading } from './time-import.ts';
import { timeLookups } from './time-lookups.ts';
import { timeNames } from './time-names.ts';
import { timePatch } from './time-patch.ts';

/**
 * What the bench asks of an extension page, one task after another. `prepare` makes the file that the others import; `patch`
 * and `lookups` use what the last `import` has stored. Every task has a database of its own beside that of the extension.
 */
const createTasks = () => {
  let pack: PackFile | null = null;
  let installed: Database | null = null;
  const prepared = (): PackFile => {
    if (pack === null) throw new Error('nothing is prepared');
    return pack;
  };
  const stored = (): Database => {
    if (installed === null) throw new Error('nothing is imported');
    return installed;
  };
  const importInto = async (findOrdinaryWords?: Parameters<typeof timeImport>[2]) => {
    installed?.close();
    await remove('bench-ours');
    installed = await openDatabase(() => {}, 'bench-ours');
    return timeImport(installed, prepared().file, findOrdinaryWords);
  };
  return {
    prepare({ template, copies }: { template: string; copies: number }) {
      pack = makePackFile(template, copies);
      return Promise.resolve({ records: pack.copies.recordCount, bytes: pack.file.size });
    },
    reading: () => timeReading(prepared().file),
    import: () => importInto(),
    async importWithFinder() {
      const analyst = createAnalystChannel(() => new Worker(ANALYST_WORKER));
      return importInto((words) => analyst.findOrdinaryWords(words));
    },
    async floor() {
      const database = await openDatabase(() => {}, 'bench-floor');
      const ms = await timeFloor(database, prepared().file);
      database.close();
      await remove('bench-floor');
      return ms;
    },
    dexie: () => timeDexie('bench-dexie', prepared().file),
    patch: () => timePatch(stored(), prepared().copies),
    lookups: () => timeLookups(stored(), prepared()),
    async names({ count }: { count: number }) {
      const database = await openDatabase(() => {}, 'bench-names');
      const figures = await timeNames(database, count);
      database.close();
      await remove('bench-names');
      return figures;
    },
    async forget() {
      installed?.close();
      installed = null;
      pack = null;
      await remove('bench-ours');
    },
  };
};

export type Tasks = ReturnType<typeof createTasks>;

const remove = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(request.error ?? new Error('the database stays')));
  });

Object.assign(globalThis, { packTasks: createTasks() });
