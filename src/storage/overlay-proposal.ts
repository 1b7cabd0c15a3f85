import type { Entity } from '../core/model/entity.ts';
import type { OverlayRecords } from '../core/overlay/edit-overlay.ts';
import type { HiddenFact } from '../core/overlay/overlay-state.ts';
import { proposeOverlay } from '../core/overlay/propose-overlay.ts';
import { recordsOf } from '../core/packs/apply-patch.ts';
import { bodyOf, type PackPatch } from '../core/packs/pack-patch.ts';
import { freeId } from '../core/overlay/stand-in.ts';
import type { Database, PackRow } from './database.ts';
import { readLayered } from './layers.ts';
import { createRecordFinder, refKey } from './record-finder.ts';

/**
 * What the overlay proposes to the publisher of a pack; null if it has nothing for it.
 *
 * @param hidden the facts the user does not want to see, those among them that they have corrected.
 */
export async function readProposal(
  database: Database,
  own: OverlayRecords,
  hidden: readonly HiddenFact[],
  pack: PackRow,
): Promise<PackPatch | null> {
  const { layers, header } = pack.active;
  const targets = own.entities.flatMap(({ sameAs = [] }) =>
    sameAs.flatMap((entry) => (entry.startsWith(`${pack.id}/`) ? [entry.slice(pack.id.length + 1)] : [])),
  );
  const transaction = database.transaction(['entities', 'sources', 'replaced']);
  const rows = await Promise.all(
    targets.map((id) =>
      readLayered(transaction.objectStore('replaced'), layers, 'entity', id, (layer) =>
        transaction.objectStore('entities').get([layer, id]),
      ),
    ),
  );
  const sources = await Promise.all(
    own.sources.map(({ id }) =>
      readLayered(transaction.objectStore('replaced'), layers, 'source', id, (layer) =>
        transaction.objectStore('sources').get([layer, id]),
      ),
    ),
  );
  const entities = new Map<string, Entity>(rows.flatMap((row) => (row === undefined ? [] : [[row.id, row.entity]])));
  // Those that a record of the overlay could be given, too.
  const refs = recordsOf(own).flatMap((record) => {
    const { id } = bodyOf(record);
    const numbered = freeId(id, (candidate) => candidate === id);
    return [id, numbered].map((candidate) => ({ kind: record.type, id: candidate }));
  });
  const corrections = hidden.flatMap(({ pack: of, id, by }) =>
    of === pack.id && by !== undefined ? [{ id, by }] : [],
  );
  const finder = createRecordFinder(database, layers);
  const present = await finder.present([...refs, ...corrections.map(({ id }) => ({ kind: 'fact' as const, id }))]);
  return proposeOverlay(own, {
    pack: pack.id,
    version: header.version,
    entities,
    // One that the publisher has withdrawn is none to be corrected any more.
    corrected: new Map(
      corrections.filter(({ id }) => present.has(refKey({ kind: 'fact', id }))).map(({ id, by }) => [by, id]),
    ),
    sources: new Map(sources.flatMap((row) => (row === undefined ? [] : [[row.id, row.source]]))),
    taken: (ref) => present.has(refKey(ref)),
  });
}
