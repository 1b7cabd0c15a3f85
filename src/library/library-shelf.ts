import { assembleTable, type LibraryPack, type LibraryTable } from '../core/library/library-table.ts';
import type { LibraryRecords } from '../core/library/library-records.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { isOwn } from '../core/model/overlay.ts';
import type { TextIndex } from './text-index.ts';

/** What is at hand of one pack; `key` says of which version. */
export type ShelvedPack = {
  readonly id: string;
  readonly title: string;
  readonly key: string;
  readonly records: LibraryRecords;
  readonly news: ReadonlySet<string>;
  /** Parts of full text, as far as they are there. */
  readonly texts: readonly TextIndex[];
};

/** The rows of all packs, with their full text. */
export type Shelf = {
  readonly table: LibraryTable;
  /** In the order of the packs of the table. */
  readonly texts: readonly (readonly TextIndex[])[];
};

/**
 * Puts packs side by side, in the user's order; the overlay comes last, so that a note of the user does not give an entity
 * another name (as `cluster-store.ts` has it).
 */
export function assembleShelf(packs: readonly ShelvedPack[], clusters: readonly (readonly EntityRef[])[]): Shelf {
  const isLast = ({ id }: ShelvedPack): number => (isOwn({ pack: id, id: '' }) ? 1 : 0);
  const ordered = packs.toSorted((a, b) => isLast(a) - isLast(b));
  const shelved = ordered.map(({ id, title, records, news }): LibraryPack => ({
    id,
    title,
    records,
    news: markNews(records, news),
  }));
  return { table: assembleTable(shelved, clusters), texts: ordered.map(({ texts }) => texts) };
}

const markNews = ({ ids }: LibraryRecords, news: ReadonlySet<string>): Uint8Array | null =>
  news.size === 0 ? null : Uint8Array.from(ids, (id) => (news.has(id) ? 1 : 0));
