import type { LibraryAnswer, LibraryRequest } from '../messaging/library-channel.ts';
import { createConnection } from '../storage/connection.ts';
import { openLibraryCache, type LibraryCache } from '../storage/library-cache.ts';
import { createLibraryDesk } from './library-desk.ts';
import { createLibraryPacks } from './library-packs.ts';

/** The part of a worker's global that is used here. */
type WorkerScope = {
  addEventListener(type: 'message', listener: (event: MessageEvent<LibraryRequest>) => void): void;
  postMessage(message: LibraryAnswer): void;
};

/** The library: rows, filters and full text of all packs in use, in a worker of the manager, so that its page never waits. */
export function startLibraryWorker(scope: WorkerScope): void {
  const desk = createLibraryDesk((answer) => scope.postMessage(answer));
  let cache: Promise<LibraryCache> | null = null;
  const openCache = (): Promise<LibraryCache> => {
    cache ??= openLibraryCache();
    return cache;
  };
  const packs = createLibraryPacks(createConnection(), openCache, {
    onShelf: desk.setShelf,
    onState: (state) => scope.postMessage({ type: 'state', ...state }),
  });
  scope.addEventListener('message', ({ data }) => {
    if (data.type === 'query') void desk.ask(data.number, data.query, data.shown);
    else if (data.type === 'rows') desk.readMore(data.number, data.from, data.to);
    else void packs.refresh();
  });
}
