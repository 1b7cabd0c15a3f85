import { readRow, FOUND_IN, type LibraryRow } from '../core/library/library-row.ts';
import type { LibraryQuery } from '../core/library/library-query.ts';
import { addScore, rankByNames, type RowRanks } from '../core/library/rank-rows.ts';
import { selectRows } from '../core/library/select-rows.ts';
import { foldWords, isIdeographicAt, tokenizeQuery } from '../core/library/tokenize.ts';
import type { LibraryAnswer } from '../messaging/library-channel.ts';
import type { Shelf } from './library-shelf.ts';
import { searchText } from './text-index.ts';
import { createSlices } from './yield-turn.ts';

/** With fewer hits than this, words that differ by a letter count as well. */
const LENIENT_BELOW = 5;
/** Rows that one request may want. */
const MAX_ROWS = 500;

type Answered = {
  readonly number: number;
  readonly shelf: Shelf;
  readonly rows: Uint32Array;
  readonly found: RowRanks | null;
};

/** Answers questions about the rows: at once by names, and again when the full text has been asked. */
export function createLibraryDesk(answer: (answer: LibraryAnswer) => void) {
  let shelf: Shelf | null = null;
  let latest = 0;
  let answered: Answered | null = null;

  async function ask(number: number, query: LibraryQuery, shown: number): Promise<void> {
    latest = number;
    if (shelf === null) return;
    const at = shelf;
    const words = foldWords(query.text);
    const found = words.length === 0 ? null : rankByNames(at.table, words);
    const tokens = tokenizeQuery(query.text);
    const isNamesOnly = !tokens.some((token) => token.length > 1 || isIdeographicAt(token, 0));
    reply(number, at, query, shown, found, isNamesOnly);
    if (found === null || isNamesOnly) return;
    const hits = await addTexts(number, at, found, tokens, false);
    if (hits !== null && hits < LENIENT_BELOW) await addTexts(number, at, found, tokens, true);
    if (latest === number) reply(number, at, query, shown, found, true);
  }

  /** Takes in the full text, part by part; null if another question came meanwhile. */
  async function addTexts(
    number: number,
    { table, texts }: Shelf,
    found: RowRanks,
    tokens: readonly string[],
    isLenient: boolean,
  ): Promise<number | null> {
    const slice = createSlices();
    let hits = 0;
    for (const [pack, parts] of texts.entries())
      for (const part of parts) {
        for (const { record, score, where } of searchText(part, tokens, isLenient)) {
          hits++;
          addScore(found, table.rowOf[pack]?.[record] ?? 0, score, where);
        }
        await slice();
        if (latest !== number) return null;
      }
    return hits;
  }

  function reply(
    number: number,
    at: Shelf,
    query: LibraryQuery,
    shown: number,
    found: RowRanks | null,
    isComplete: boolean,
  ): void {
    const { rows, counts } = selectRows(at.table, query, found);
    answered = { number, shelf: at, rows, found };
    const { packs, count: outOf } = at.table;
    const titles = packs.map(({ id, title }) => ({ id, title }));
    answer({
      ...{ type: 'result', number, total: rows.length, outOf, counts, packs: titles, isComplete },
      rows: readRows(answered, 0, shown),
    });
  }

  return {
    ask,
    /** Further rows of the last answer. */
    readMore(number: number, from: number, to: number): void {
      if (answered?.number !== number) return;
      answer({ type: 'rows', number, from, rows: readRows(answered, from, Math.min(to, from + MAX_ROWS)) });
    },
    setShelf(next: Shelf): void {
      shelf = next;
      answer({ type: 'changed' });
    },
  };
}

const readRows = ({ shelf, rows, found }: Answered, from: number, to: number): LibraryRow[] =>
  Array.from(rows.subarray(from, to), (row) =>
    readRow(shelf.table, row, found === null ? null : (FOUND_IN[found.foundIn[row] ?? 0] ?? null)),
  );
