import {
  viewEntity,
  viewEntityPage,
  type CardMaterial,
  type CardView,
  type EntityPage,
} from '../core/card/card-view.ts';
import type { ReadingContext } from '../core/card/relevance.ts';
import type { EntityRef } from '../core/model/entity.ts';
import type { MentionDescription } from '../messaging/contract.ts';
import type { Database } from '../storage/database.ts';
import { readDossier } from '../storage/read-dossier.ts';

/** The card of a mention from the generation in use now; null if the entity is no longer there. */
export async function readCard(
  database: Database,
  mention: MentionDescription,
  site: string,
): Promise<CardView | null> {
  const page = await readEntityPage(database, mention.entity, mention.reading);
  if (page === null) return null;
  const alternatives = await Promise.all(mention.alternatives.map((ref) => readMaterial(database, ref)));
  const { alias, derivedFrom, surface, confidence, reasons, reading } = mention;
  const match = {
    ...{ alias, derivedFrom, surface, confidence, reasons, site, sentence: reading.sentence },
    alternatives: alternatives.flatMap((found) => (found === null ? [] : [viewEntity(found.pack.id, found.entity)])),
  };
  return { ...page, match };
}

/** All that is known of an entity; null if it is no longer there. */
export async function readEntityPage(
  database: Database,
  entity: EntityRef,
  reading: ReadingContext | null = null,
): Promise<EntityPage | null> {
  const material = await readMaterial(database, entity);
  return material === null ? null : viewEntityPage(material, reading);
}

async function readMaterial(database: Database, entity: EntityRef): Promise<CardMaterial | null> {
  const dossier = await readDossier(database, entity);
  if (dossier === null) return null;
  const { title, version } = dossier.pack.active.header;
  return { ...dossier, pack: { id: dossier.pack.id, title, version } };
}
