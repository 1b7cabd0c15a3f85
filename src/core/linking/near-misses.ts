import type { Candidate } from '../matching/find-candidates.ts';
import { verifyCandidate, type Span } from '../matching/verify-candidate.ts';
import type { Alias } from '../model/entity.ts';
import { entityKey, type Reason } from '../model/mention.ts';
import { normalizeText, type NormalizedText } from '../text/normalize.ts';
import { isInWebAddress } from '../text/web-address.ts';
import { isPartOfOtherPhrase, obeysCase, obeysInflection } from './alias-rules.ts';
import { confidenceOf, LINK_THRESHOLD } from './confidence.ts';
import type { LinkingTools, RunLinks } from './link-run.ts';

/**
 * Why a name that stands in a text is not marked: the user corrected it; its letters have not the case it asks for; the s after it
 * makes another word; it stands in an address, or in a phrase that its rules exclude; more speaks against it than for it; another
 * entity has the place; or it is listed only to be known.
 */
export const MISS_CAUSES = [
  'corrected',
  'case',
  'inflection',
  'address',
  'phrase',
  'unlikely',
  'taken',
  'never-marked',
] as const;
export type MissCause = (typeof MISS_CAUSES)[number];

/** A place where a name of an entity stands without a mark. */
export type NearMiss = Span & {
  readonly alias: string;
  readonly cause: MissCause;
  /** What speaks against it, where it is `unlikely`. */
  readonly reasons: readonly Reason[];
  /** Who has the place, where it is `taken`. */
  readonly takenBy: string | null;
};

type Place = { readonly text: string; readonly candidates: readonly Candidate[]; readonly entity: string };

/** The names of an entity that stand in a run and are not marked, in the order of the text, each place once. */
export function findNearMisses(
  { text, candidates, entity }: Place,
  links: Pick<RunLinks, 'mentions' | 'weighed'>,
  { aliasesOf, listedOf }: Pick<LinkingTools, 'aliasesOf'> & { readonly listedOf: LinkingTools['aliasesOf'] },
): NearMiss[] {
  const normalized = normalizeText(text);
  const misses: NearMiss[] = [];
  const isOverlapped = (span: Span, { start, end }: Span): boolean => start < span.end && end > span.start;
  for (const candidate of candidates) {
    for (const { tracked, spelling } of listedOf(candidate.fingerprint)) {
      if (entityKey(tracked.entity) !== entity) continue;
      const span = verifyCandidate(text, candidate, spelling);
      if (span === null) continue;
      const over = links.mentions.filter((mention) => isOverlapped(span, mention));
      if (over.some((mention) => entityKey(mention.entity) === entity && mention.paint)) continue;
      const { alias } = tracked;
      const counted = aliasesOf(candidate.fingerprint).find(
        (other) => entityKey(other.tracked.entity) === entity && other.tracked.alias.text === alias.text,
      );
      const weighed = links.weighed.find(
        ({ hit }) =>
          hit.start === span.start && entityKey(hit.tracked.entity) === entity && hit.tracked.alias.text === alias.text,
      );
      const miss = { ...span, alias: alias.text, reasons: [], takenBy: null };
      const other = over.find((mention) => entityKey(mention.entity) !== entity);
      if (counted === undefined) misses.push({ ...miss, cause: 'corrected' });
      else if (weighed === undefined)
        misses.push({ ...miss, cause: brokenRule(counted.tracked.alias, text, normalized, span) });
      else if (confidenceOf(weighed.reasons) < LINK_THRESHOLD)
        misses.push({ ...miss, cause: 'unlikely', reasons: weighed.reasons.filter(({ weight }) => weight < 0) });
      else if (other !== undefined) misses.push({ ...miss, cause: 'taken', takenBy: other.name });
      else misses.push({ ...miss, cause: 'never-marked' });
    }
  }
  return [...new Map(misses.toReversed().map((miss) => [miss.start, miss])).values()].toSorted(
    (a, b) => a.start - b.start,
  );
}

function brokenRule(alias: Alias, text: string, normalized: NormalizedText, span: Span): MissCause {
  const surface = text.slice(span.start, span.end);
  if (isInWebAddress(text, span.start, span.end)) return 'address';
  if (isPartOfOtherPhrase(alias, normalized, span)) return 'phrase';
  if (obeysCase(alias, surface) && !obeysInflection(alias, surface, text[span.end])) return 'inflection';
  // What is left: the case it asks for, or the capitals without which it is no candidate at all.
  return 'case';
}
