import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Entity, EntityRef } from '../core/model/entity.ts';
import type { Conflict, Fact } from '../core/model/fact.ts';
import type { PackCounts, PackHeader } from '../core/model/fact-pack.ts';
import type { RestoreMode } from '../core/backup/restored-state.ts';
import type { PackOrigin } from '../core/packs/pack-origin.ts';
import type { RecordKind } from '../core/packs/diff-packs.ts';
import type { Source } from '../core/model/source.ts';
import { ownRejections } from './own-rejections.ts';
import { upgradeAliases } from './upgrade-aliases.ts';
import { upgradePackRows } from './upgrade-pack-rows.ts';

/** Numbers one import. Rows of a generation are visible only while a version of a pack points to it. */
export type Generation = number;

/** One version of a pack as it lies in the store. */
export type PackVersion = {
  readonly header: PackHeader;
  /**
   * The generations that hold its records, newest first: one for the whole pack, one for each patch since. A record of an
   * earlier generation counts unless a later one replaced or removed it (the `replaced` store says which).
   */
  readonly layers: readonly Generation[];
  readonly counts: PackCounts & { readonly aliases: number };
  /** Milliseconds since the epoch. */
  readonly importedAt: number;
  readonly origin: PackOrigin;
};

/** An installed pack: the version in use, and those it can go back to. */
export type PackRow = {
  readonly id: string;
  readonly active: PackVersion;
  /** Other versions that can be put in use at once, the latest used first. */
  readonly kept: readonly PackVersion[];
  /** A version that has been fetched and waits for the user's consent. */
  readonly pending: PackVersion | null;
  /** The newest layer of the version whose changes the user has looked at: what came since is new. */
  readonly seen: Generation;
  /** Versions up to this one are not offered again by themselves: the user went back from it. */
  readonly declined: number;
  /** Earlier packs come first where two know the same name. */
  readonly order: number;
  readonly enabled: boolean;
};

export type EntityRow = {
  readonly generation: Generation;
  readonly id: string;
  readonly entity: Entity;
  /** The words among its aliases that are ordinary ones too; absent where there is none. */
  readonly ordinary?: readonly string[];
};
/** Which entities bear the aliases in one stretch of the order of fingerprints (`alias-pages.ts`). */
export type AliasPageRow = {
  readonly generation: Generation;
  /** The last of the keys: the first page that ends at a key or after it is the one to look at. */
  readonly last: number;
  /** The number of the page in its generation. */
  readonly number: number;
  /** Ascending. */
  readonly keys: Uint32Array;
  /** The id of the entity for each key. */
  readonly entities: readonly string[];
};
export type FactRow = {
  readonly generation: Generation;
  readonly id: string;
  readonly fact: Fact;
  /** One {@link ownedKey} for each subject. */
  readonly subjects: readonly string[];
};
export type SourceRow = { readonly generation: Generation; readonly id: string; readonly source: Source };
export type ConflictRow = {
  readonly generation: Generation;
  readonly id: string;
  readonly conflict: Conflict;
  /** One {@link ownedKey} for each fact. */
  readonly facts: readonly string[];
};
/** A file handed over for import: kept until the import ends, so that it survives the page that chose it. */
export type UploadRow = {
  readonly name: string;
  readonly file: Blob;
  /** Milliseconds since the epoch. */ readonly storedAt: number;
  /** Whether the user was told what speaks against it, and means it. */
  readonly isMeant?: boolean;
  /** Where it was fetched from; absent for a file of the user's. */
  readonly address?: string;
  /** Of a backup: what becomes of what is there already. Absent where the file is a pack or a patch. */
  readonly restore?: RestoreMode;
};
/** An import that has begun. */
export type GenerationRow = {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** The upload it reads; null where nothing is left to go on from. */
  readonly upload?: number | null;
  /** Records whose rows are all written: so many can be passed over when the import goes on after a crash. */
  readonly written?: number;
};

/** A record of earlier layers that the generation of a patch replaces or removes. */
export type ReplacedRow = { readonly generation: Generation; readonly kind: RecordKind; readonly id: string };

/** Records of several packs that are about one entity: derived from the packs in use, rebuilt with the alias index. */
export type ClusterRow = {
  /** The least of the keys of its members. */
  readonly id: string;
  readonly members: readonly EntityRef[];
  /** The `entityKey` of each. */
  readonly keys: readonly string[];
};

export interface SidelightSchema extends DBSchema {
  packs: { key: string; value: PackRow };
  generations: { key: Generation; value: GenerationRow };
  entities: { key: [Generation, string]; value: EntityRow };
  aliasPages: { key: [Generation, number, number]; value: AliasPageRow };
  facts: { key: [Generation, string]; value: FactRow; indexes: { bySubject: string } };
  sources: { key: [Generation, string]; value: SourceRow };
  conflicts: { key: [Generation, string]; value: ConflictRow; indexes: { byFact: string } };
  replaced: { key: [Generation, RecordKind, string]; value: ReplacedRow };
  uploads: { key: number; value: UploadRow };
  /** The alias index where it is too large for tabs. */
  indexes: { key: string; value: ArrayBuffer };
  clusters: { key: string; value: ClusterRow; indexes: { byMember: string } };
}

export type Database = IDBPDatabase<SidelightSchema>;

/** The stores whose rows belong to a generation. */
export const GENERATION_STORES = ['entities', 'aliasPages', 'facts', 'sources', 'conflicts', 'replaced'] as const;

/** A key by which rows that name others are found again, within one generation. */
export const ownedKey = (generation: Generation, id: string): string => `${generation}/${id}`;

const DATABASE_NAME = 'sidelight';
export const DATABASE_VERSION = 5;

/**
 * Opens the database, creating or upgrading it. A connection that stands in the way of another version closes itself;
 * nothing is ever deleted to make an upgrade or an open succeed.
 *
 * @param onClosed called when this connection is gone and must be opened again.
 */
export async function openDatabase(onClosed: () => void = () => {}, name: string = DATABASE_NAME): Promise<Database> {
  const database: Database = await openDB<SidelightSchema>(name, DATABASE_VERSION, {
    async upgrade(db, oldVersion, _newVersion, transaction) {
      if (oldVersion < 1) createVersion1(db);
      if (oldVersion < 2) db.createObjectStore('indexes');
      if (oldVersion < 3) {
        db.createObjectStore('replaced', { keyPath: ['generation', 'kind', 'id'] });
        await upgradePackRows(transaction.objectStore('packs'));
      }
      if (oldVersion < 4) {
        db.createObjectStore('aliasPages', { keyPath: ['generation', 'last', 'number'] });
        if (oldVersion > 0) await upgradeAliases(db, transaction);
      }
      if (oldVersion < 5)
        db.createObjectStore('clusters', { keyPath: 'id' }).createIndex('byMember', 'keys', { multiEntry: true });
    },
    blocking() {
      database.close();
      onClosed();
    },
    terminated: onClosed,
  });
  return ownRejections(database);
}

/** Deletes the whole database. Never done but at the word of a user whose store cannot be opened. */
export const discardDatabase = (name: string = DATABASE_NAME): Promise<void> => deleteDB(name);

function createVersion1(db: Database): void {
  db.createObjectStore('packs', { keyPath: 'id' });
  db.createObjectStore('generations', { autoIncrement: true });
  db.createObjectStore('entities', { keyPath: ['generation', 'id'] });
  db.createObjectStore('facts', { keyPath: ['generation', 'id'] }).createIndex('bySubject', 'subjects', {
    multiEntry: true,
  });
  db.createObjectStore('sources', { keyPath: ['generation', 'id'] });
  db.createObjectStore('conflicts', { keyPath: ['generation', 'id'] }).createIndex('byFact', 'facts', {
    multiEntry: true,
  });
  db.createObjectStore('uploads', { autoIncrement: true });
}

/** Every row of a generation in a store keyed by `[generation, …]`: an empty array sorts after every number and string. */
export const generationRange = (generation: Generation): IDBKeyRange =>
  IDBKeyRange.bound([generation], [generation, []]);
