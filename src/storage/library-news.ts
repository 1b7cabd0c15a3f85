import { compareVersions } from './compare-versions.ts';
import type { Database, PackRow } from './database.ts';

/** The entities of which a pack says something else than in the version whose changes the user last looked at. */
export async function readNews(database: Database, { active, kept, seen }: PackRow): Promise<ReadonlySet<string>> {
  const news = new Set<string>();
  const before = active.layers[0] === seen ? undefined : kept.find(({ layers }) => layers[0] === seen);
  if (before === undefined) return news;
  for await (const { kind, id, after } of compareVersions(database, before, active)) {
    if (kind === 'entity' && after !== null) news.add(id);
    if (after?.type === 'fact') for (const subject of after.fact.subjects) news.add(subject);
  }
  return news;
}
