import { sortEntries, type Brief, type BriefEntry, type BriefMention } from '../core/brief/brief.ts';
import { buildCardView } from '../core/card/card-view.ts';
import type { Database } from '../storage/database.ts';
import { readDossier } from '../storage/pack-store.ts';

/** Facts of each name in a brief. */
const FACTS_SHOWN = 3;

/** What a page is known to be. */
export type PageDescription = Pick<Brief, 'title' | 'url' | 'articleDate'> & {
  readonly mentions: readonly BriefMention[];
};

/** The brief of a page from the generations in use now. Names that are no longer followed are left out. */
export async function readBrief(database: Database, { mentions, ...page }: PageDescription): Promise<Brief> {
  const entries = await Promise.all(mentions.map((mention) => readEntry(database, mention, page.articleDate)));
  return { ...page, entries: sortEntries(entries.filter((entry) => entry !== null)) };
}

async function readEntry(
  database: Database,
  { entity, count }: BriefMention,
  articleDate: string | null,
): Promise<BriefEntry | null> {
  const dossier = await readDossier(database, entity);
  if (dossier === null) return null;
  const { title, version } = dossier.pack.header;
  const card = buildCardView(
    { ...dossier, pack: { id: dossier.pack.id, title, version } },
    { alias: '', derivedFrom: null, surface: '', confidence: 1, reasons: [], alternatives: [] },
    { sentence: '', entities: [], articleDate },
  );
  const facts = card.claims.flatMap((claim) => claim.facts);
  return {
    entity: card.entity,
    pack: title,
    count,
    facts: facts.slice(0, FACTS_SHOWN),
    factCount: facts.length,
    disagreements: card.claims.filter(({ disagreement }) => disagreement !== null).length,
    newer: facts.filter(({ age }) => age?.relation === 'newer').length,
  };
}
