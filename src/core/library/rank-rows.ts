import type { LibraryTable } from './library-table.ts';
import { NAME_RANKS, rankNames } from './match-names.ts';
import { FOUND_IN, type FoundIn } from './library-row.ts';

/** How well each row fits what was typed, as whole numbers: 0 is not at all. */
export type RowRanks = {
  readonly ranks: Uint32Array;
  /** Places in `FOUND_IN`. */
  readonly foundIn: Uint8Array;
};

/** What fits by its names comes before all that fits by its facts, however often. */
const NAME_UNIT = 2 ** 20;
/** Steps in which scores of the full text are told apart. */
const SCORE_STEPS = 64;

/** Ranks every row by its names. */
export function rankByNames(table: LibraryTable, words: readonly string[]): RowRanks {
  const ranks = new Uint32Array(table.count);
  const foundIn = new Uint8Array(table.count);
  for (const [pack, { records }] of table.packs.entries()) {
    const rows = table.rowOf[pack] ?? new Uint32Array();
    for (let record = 0; record < records.keys.length; record++) {
      const rank = rankNames(records.keys[record] ?? '', words) * NAME_UNIT;
      if (rank === 0) continue;
      const row = rows[record] ?? 0;
      if (rank <= (ranks[row] ?? 0)) continue;
      ranks[row] = rank;
      // What another pack calls it is no name the row shows.
      const isShown = isFirst(table, row, pack, record) && isName(rank / NAME_UNIT);
      foundIn[row] = placeOf(isShown ? 'name' : 'alias');
    }
  }
  return { ranks, foundIn };
}

/** Takes in what the full text says of one row. */
export function addScore({ ranks, foundIn }: RowRanks, row: number, score: number, where: FoundIn): void {
  const rank = Math.max(1, Math.min(NAME_UNIT - 1, Math.round(score * SCORE_STEPS)));
  if (rank <= (ranks[row] ?? 0)) return;
  ranks[row] = rank;
  foundIn[row] = placeOf(where);
}

const isFirst = ({ starts, memberPacks, memberRecords }: LibraryTable, row: number, pack: number, record: number) =>
  memberPacks[starts[row] ?? 0] === pack && memberRecords[starts[row] ?? 0] === record;

const placeOf = (where: FoundIn): number => FOUND_IN.indexOf(where);

const isName = (rank: number): boolean =>
  rank === NAME_RANKS.exactName || rank === NAME_RANKS.beginsName || rank === NAME_RANKS.withinName;
