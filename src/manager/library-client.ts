import type { LibraryQuery } from '../core/library/library-query.ts';
import type { LibraryRow } from '../core/library/library-row.ts';
import {
  LIBRARY_WORKER,
  type LibraryAnswer,
  type LibraryRequest,
  type LibraryResult,
  type LibraryState,
} from '../messaging/library-channel.ts';

/** Rows that come with an answer, and that are asked for at once while somebody scrolls. */
const ROWS_AT_ONCE = 60;

/** The library as the page sees it: its worker, the last answer, and the rows that have come of it. */
export type LibraryClient = {
  state(): LibraryState;
  result(): LibraryResult | null;
  /** Undefined until it has come; `want` asks for it. */
  rowAt(index: number): LibraryRow | undefined;
  want(from: number, to: number): void;
  ask(query: LibraryQuery): void;
  /** Packs may have changed. */
  refresh(): void;
  /** After a failure: another worker. */
  restart(): void;
};

export function createLibraryClient(redraw: () => void): LibraryClient {
  let worker: Worker | null = null;
  let state: LibraryState = { phase: 'reading', done: 0, of: 0 };
  let result: LibraryResult | null = null;
  let query: LibraryQuery | null = null;
  let number = 0;
  let rows = new Map<number, LibraryRow>();
  /** Of the same question, before packs changed: better than nothing until the new ones have come. */
  let before: ReadonlyMap<number, LibraryRow> = new Map();
  let askedAnew = false;
  const asked = new Set<number>();

  const hear = (answer: LibraryAnswer): void => {
    if (answer.type === 'changed') repeat();
    else if (answer.type === 'state') state = answer;
    else if (answer.number !== number) return;
    else if (answer.type === 'rows') keep(answer.from, answer.rows);
    else {
      // What fits by its name stays where it is when the full text has been asked as well.
      const isContinued = result?.number === number && query?.sort === 'best';
      if (!isContinued && result !== null) before = askedAnew ? new Map() : rows;
      askedAnew = false;
      rows = isContinued ? new Map([...rows].filter(([index]) => index < (result?.total ?? 0))) : new Map();
      asked.clear();
      result = answer;
      keep(0, answer.rows);
    }
    redraw();
  };
  const keep = (from: number, read: readonly LibraryRow[]): void => {
    for (const [place, row] of read.entries()) rows.set(from + place, row);
  };
  const post = (request: LibraryRequest): void => {
    worker ??= start();
    worker.postMessage(request);
  };
  const start = (): Worker => {
    const started = new Worker(LIBRARY_WORKER);
    started.addEventListener('message', ({ data }: MessageEvent<LibraryAnswer>) => hear(data));
    started.addEventListener('error', () => hear({ type: 'state', phase: 'failed', done: 0, of: 0 }));
    started.postMessage({ type: 'refresh' } satisfies LibraryRequest);
    return started;
  };
  const repeat = (): void => {
    if (query !== null) post({ type: 'query', number: ++number, query, shown: ROWS_AT_ONCE });
  };

  return {
    state: () => state,
    result: () => result,
    rowAt: (index) => rows.get(index) ?? before.get(index),
    want(from, to) {
      const total = result?.total ?? 0;
      for (let page = Math.floor(from / ROWS_AT_ONCE); page * ROWS_AT_ONCE < Math.min(to, total); page++) {
        const first = page * ROWS_AT_ONCE;
        if (asked.has(page) || result?.number !== number) continue;
        const last = Math.min(first + ROWS_AT_ONCE, total);
        if (rows.has(first) && rows.has(last - 1)) continue;
        asked.add(page);
        post({ type: 'rows', number, from: first, to: last });
      }
    },
    ask(next) {
      query = next;
      askedAnew = true;
      repeat();
    },
    refresh: () => post({ type: 'refresh' }),
    restart() {
      worker?.terminate();
      worker = null;
      state = { phase: 'reading', done: 0, of: 0 };
      repeat();
      redraw();
    },
  };
}
