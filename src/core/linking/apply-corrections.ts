import type { Correction } from '../model/correction.ts';
import type { EntityRef } from '../model/entity.ts';
import { entityKey, type TrackedAlias } from '../model/mention.ts';
import { isSiteListed } from '../model/site.ts';
import { normalizeText } from '../text/normalize.ts';

/**
 * The aliases of one fingerprint as the user has corrected them, for a page of `site`. A correction only takes away: an alias
 * goes, or gets a further `not` phrase, and then the rules of the pack decide as ever.
 */
export function applyCorrections(
  aliases: readonly TrackedAlias[],
  corrections: readonly Correction[],
  site: string,
): TrackedAlias[] {
  return aliases.flatMap((tracked) => {
    const own = corrections.filter((correction) => concerns(correction, tracked));
    if (own.some((correction) => correction.verdict === 'never' || isOutOfPlace(correction, aliases, site))) return [];
    const phrases = own.flatMap((correction) => (correction.verdict === 'not-in-phrase' ? [correction.phrase] : []));
    if (phrases.length === 0) return [tracked];
    return [{ ...tracked, alias: { ...tracked.alias, not: [...(tracked.alias.not ?? []), ...phrases] } }];
  });
}

const concerns = (correction: Correction, tracked: TrackedAlias): boolean =>
  standsFor(tracked, correction.entity) &&
  normalizeText(correction.alias).folded === normalizeText(tracked.alias.text).folded;

/** Whether a name is about the entity of this record, or of another pack's that is about the same. */
const standsFor = ({ entity, members = [entity] }: TrackedAlias, wanted: EntityRef): boolean =>
  members.some((member) => entityKey(member) === entityKey(wanted));

/** Whether the alias counts elsewhere only: on other sites, or for the entity that the user chose, if that is still there. */
function isOutOfPlace(correction: Correction, aliases: readonly TrackedAlias[], site: string): boolean {
  if (correction.verdict === 'not-on-site') return isSiteListed(site, [correction.site]);
  if (correction.verdict !== 'other-entity') return false;
  const { other } = correction;
  return aliases.some((tracked) => standsFor(tracked, other));
}
