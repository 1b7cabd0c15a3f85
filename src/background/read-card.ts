import {
  viewEntity,
  viewMergedPage,
  type CardMaterial,
  type CardView,
  type EntityPage,
} from '../core/card/card-view.ts';
import type { ReadingContext } from '../core/card/relevance.ts';
import type { EntityRef } from '../core/model/entity.ts';
import type { OverlayState } from '../core/overlay/overlay-state.ts';
import type { MentionDescription } from '../messaging/contract-fields.ts';
import type { Database } from '../storage/database.ts';
import { readCluster, readStandIns } from '../storage/read-cluster.ts';
import type { EntityDossier } from '../storage/read-dossier.ts';

/** The card of a mention from the generation in use now; null if the entity is no longer there. */
export async function readCard(
  database: Database,
  own: OverlayState,
  mention: MentionDescription,
  site: string,
): Promise<CardView | null> {
  const page = await readEntityPage(database, own, mention.entity, mention.reading);
  if (page === null) return null;
  const alternatives = await Promise.all(mention.alternatives.map((ref) => readCluster(database, ref)));
  const { alias, derivedFrom, surface, confidence, reasons, reading } = mention;
  const match = {
    ...{ alias, derivedFrom, surface, confidence, reasons, site, sentence: reading.sentence },
    alternatives: alternatives.flatMap((found) =>
      found === null ? [] : [viewEntity(found.ref, found.dossiers[0].entity)],
    ),
  };
  return { ...page, match };
}

/** All that is known of an entity, by whichever packs, with the user's notes; null if it is no longer there. */
export async function readEntityPage(
  database: Database,
  own: OverlayState,
  entity: EntityRef,
  reading: ReadingContext | null = null,
): Promise<EntityPage | null> {
  const cluster = await readCluster(database, entity);
  if (cluster === null) return null;
  const { ref, dossiers } = cluster;
  if (dossiers.length === 1) return viewMergedPage([materialOf(dossiers[0]), []], ref, reading, own);
  const [first, ...others] = await Promise.all(
    dossiers.map(async (dossier): Promise<CardMaterial> => {
      const material = materialOf(dossier);
      if (dossier.pack.id === entity.pack || reading === null) return material;
      const subjects = [...new Set(dossier.facts.flatMap((fact) => fact.subjects))];
      return { ...material, standIns: await readStandIns(database, dossier.pack.id, subjects, entity.pack) };
    }),
  );
  return first === undefined ? null : viewMergedPage([first, others], ref, reading, own);
}

function materialOf(dossier: EntityDossier): CardMaterial {
  const { title, version } = dossier.pack.active.header;
  return { ...dossier, pack: { id: dossier.pack.id, title, version } };
}
