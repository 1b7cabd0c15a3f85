import { createReviewBuilder } from '../core/packs/build-review.ts';
import type { Entity } from '../core/model/entity.ts';
import type { PackReview } from '../core/packs/review.ts';
import { compareVersions } from './compare-versions.ts';
import type { Database, PackVersion } from './database.ts';
import { readLayered } from './layers.ts';

/** What one version of a pack changes against another, for a person to read. */
export async function readReview(database: Database, before: PackVersion, after: PackVersion): Promise<PackReview> {
  const review = createReviewBuilder();
  for await (const { kind, before: was, after: is } of compareVersions(database, before, after))
    review.add(kind, was, is);
  const names = new Map<string, Entity>();
  const transaction = database.transaction(['entities', 'replaced']);
  for (const id of review.unnamed()) {
    const row = await readLayered(transaction.objectStore('replaced'), after.layers, 'entity', id, (layer) =>
      transaction.objectStore('entities').get([layer, id]),
    );
    if (row !== undefined) names.set(id, row.entity);
  }
  const { id, title } = after.header;
  return { pack: id, title, from: before.header.version, to: after.header.version, ...review.finish(names) };
}
