import { aliasKeys } from '../core/matching/alias-key.ts';
import type { PackRecord } from '../core/model/fact-pack.ts';
import type { TrackedAlias } from '../core/model/mention.ts';
import {
  ownedKey,
  type AliasRow,
  type ConflictRow,
  type EntityRow,
  type FactRow,
  type Generation,
  type SourceRow,
} from './database.ts';

/** A row, and the store it belongs in. */
export type StagedRow =
  | { readonly store: 'entities'; readonly row: EntityRow }
  | { readonly store: 'facts'; readonly row: FactRow }
  | { readonly store: 'sources'; readonly row: SourceRow }
  | { readonly store: 'conflicts'; readonly row: ConflictRow }
  | { readonly store: 'aliases'; readonly row: AliasRow };

/** The row of a record itself; the aliases of an entity have rows of their own. */
export function recordRow(generation: Generation, record: PackRecord): StagedRow {
  switch (record.type) {
    case 'source': {
      const { source } = record;
      return { store: 'sources', row: { generation, id: source.id, source } };
    }
    case 'fact': {
      const { fact } = record;
      const subjects = fact.subjects.map((id) => ownedKey(generation, id));
      return { store: 'facts', row: { generation, id: fact.id, fact, subjects } };
    }
    case 'conflict': {
      const { conflict } = record;
      const facts = conflict.facts.map((id) => ownedKey(generation, id));
      return { store: 'conflicts', row: { generation, id: conflict.id, conflict, facts } };
    }
    case 'entity': {
      const { entity } = record;
      return { store: 'entities', row: { generation, id: entity.id, entity } };
    }
  }
}

/** The row of an alias; null where it has no letter or digit by which it could be found. */
export function aliasRow(generation: Generation, tracked: TrackedAlias, serial: number): StagedRow | null {
  const keys = aliasKeys(tracked.alias.text);
  return keys === null
    ? null
    : { store: 'aliases', row: { generation, fingerprint: keys.fingerprint, serial, tracked } };
}
