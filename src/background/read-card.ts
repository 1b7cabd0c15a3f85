import { buildCardView, viewEntity, type CardView, type EntityView } from '../core/card/card-view.ts';
import type { EntityRef } from '../core/model/entity.ts';
import type { MentionDescription } from '../messaging/contract.ts';
import type { Database } from '../storage/database.ts';
import { readDossier } from '../storage/pack-store.ts';

/** The card of a mention from the generation in use now; null if the entity is no longer there. */
export async function readCard(database: Database, mention: MentionDescription): Promise<CardView | null> {
  const dossier = await readDossier(database, mention.entity);
  if (dossier === null) return null;
  const alternatives = await Promise.all(mention.alternatives.map((ref) => readEntity(database, ref)));
  const { title, version } = dossier.pack.header;
  return buildCardView(
    { ...dossier, pack: { id: dossier.pack.id, title, version } },
    {
      alias: mention.alias,
      derivedFrom: mention.derivedFrom,
      surface: mention.surface,
      confidence: mention.confidence,
      reasons: mention.reasons,
      alternatives: alternatives.filter((entity) => entity !== null),
    },
    mention.reading,
  );
}

async function readEntity(database: Database, ref: EntityRef): Promise<EntityView | null> {
  const dossier = await readDossier(database, ref);
  return dossier === null ? null : viewEntity(ref.pack, dossier.entity);
}
