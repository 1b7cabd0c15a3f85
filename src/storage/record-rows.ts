import { aliasKeys, type Fingerprint } from '../core/matching/alias-key.ts';
import type { PackRecord } from '../core/model/fact-pack.ts';
import type { TrackedAlias } from '../core/model/mention.ts';
import { markOrdinary, trackedAliases } from '../core/packs/tracked-aliases.ts';
import {
  ownedKey,
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
  | { readonly store: 'conflicts'; readonly row: ConflictRow };

/**
 * The row of a record.
 *
 * @param ordinary of an entity, the words among its aliases that are ordinary ones too.
 */
export function recordRow(generation: Generation, record: PackRecord, ordinary: readonly string[] = []): StagedRow {
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
      return {
        store: 'entities',
        row: { generation, id: entity.id, entity, ...(ordinary.length > 0 && { ordinary }) },
      };
    }
  }
}

/** The aliases of an entity, as its pack and the lexicon have them. */
export const aliasesOf = (pack: string, { entity, ordinary }: EntityRow): TrackedAlias[] => {
  const tracked = trackedAliases(pack, entity);
  return ordinary === undefined ? tracked : markOrdinary(tracked, new Set(ordinary));
};

/** The fingerprints of these aliases; one without letter or digit has none and cannot be found. */
export const fingerprintsOf = (aliases: readonly TrackedAlias[]): Fingerprint[] =>
  aliases.flatMap(({ alias }) => aliasKeys(alias.text)?.fingerprint ?? []);
