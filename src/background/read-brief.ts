import { sortClaims, sortEntries, type Brief, type BriefEntry, type BriefMention } from '../core/brief/brief.ts';
import type { OverlayState } from '../core/overlay/overlay-state.ts';
import type { Database } from '../storage/database.ts';
import { readEntityPage } from './read-card.ts';

/** Claims about each name in a brief. */
const CLAIMS_SHOWN = 3;

/** What a page is known to be. */
export type PageDescription = Pick<Brief, 'title' | 'url' | 'articleDate'> & {
  readonly mentions: readonly BriefMention[];
};

/** The brief of a page from the generations in use now. Names that are no longer followed are left out. */
export async function readBrief(
  database: Database,
  own: OverlayState,
  { mentions, ...page }: PageDescription,
): Promise<Brief> {
  const entries = await Promise.all(mentions.map((mention) => readEntry(database, own, mention, page.articleDate)));
  return { ...page, entries: sortEntries(entries.filter((entry) => entry !== null)) };
}

async function readEntry(
  database: Database,
  own: OverlayState,
  { entity, count }: BriefMention,
  articleDate: string | null,
): Promise<BriefEntry | null> {
  const page = await readEntityPage(database, own, entity, { sentence: '', entities: [], articleDate });
  if (page === null) return null;
  const facts = page.claims.flatMap((claim) => claim.facts);
  return {
    entity: page.entity,
    pack: page.packs.map(({ title }) => title).join(', '),
    count,
    claims: sortClaims(page.claims).slice(0, CLAIMS_SHOWN),
    factCount: facts.length,
    disagreements: page.claims.filter(({ disagreement }) => disagreement !== null).length,
    newer: facts.filter(({ age }) => age?.relation === 'newer').length,
  };
}
