import type { Entity } from '../core/model/entity.ts';
import type { OverlayRecords } from '../core/overlay/edit-overlay.ts';
import { proposeOverlay } from '../core/overlay/propose-overlay.ts';
import { recordsOf } from '../core/packs/apply-patch.ts';
import { bodyOf, type PackPatch } from '../core/packs/pack-patch.ts';
import { freeId } from '../core/overlay/stand-in.ts';
import type { Database, PackRow } from './database.ts';
import { readLayered } from './layers.ts';
import { createRecordFinder, refKey } from './record-finder.ts';

/** What the overlay proposes to the publisher of a pack; null if it has nothing for it. */
export async function readProposal(database: Database, own: OverlayRecords, pack: PackRow): Promise<PackPatch | null> {
  const { layers, header } = pack.active;
  const targets = own.entities.flatMap(({ sameAs = [] }) =>
    sameAs.flatMap((entry) => (entry.startsWith(`${pack.id}/`) ? [entry.slice(pack.id.length + 1)] : [])),
  );
  const transaction = database.transaction(['entities', 'replaced']);
  const rows = await Promise.all(
    targets.map((id) =>
      readLayered(transaction.objectStore('replaced'), layers, 'entity', id, (layer) =>
        transaction.objectStore('entities').get([layer, id]),
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
  const present = await createRecordFinder(database, layers).present(refs);
  return proposeOverlay(own, {
    pack: pack.id,
    version: header.version,
    entities,
    taken: (ref) => present.has(refKey(ref)),
  });
}
