import { spanOf } from '../library/date-span.ts';
import type { AsOf } from '../model/fact.ts';
import type { ClaimGroupView } from './card-view.ts';

export const CLAIM_ORDERS = ['kind', 'time'] as const;
export type ClaimOrder = (typeof CLAIM_ORDERS)[number];

/** Claims under one heading: a kind; or a year such as `2018`, a decade such as `198X`, or an empty text for those undated. */
export type ClaimSection = { readonly heading: string; readonly claims: readonly ClaimGroupView[] };

/**
 * Puts claims under headings. By kind: kinds and the claims of each as they come, the most relevant first. By time: the newest
 * first, undated ones last; claims that disagree stay together, where the newest of them belongs.
 */
export function sectionClaims(claims: readonly ClaimGroupView[], order: ClaimOrder): ClaimSection[] {
  const dated = claims.map((group) => ({ group, ...newestOf(group) }));
  const ordered = order === 'kind' ? dated : dated.toSorted((a, b) => b.newest - a.newest);
  const sections = Map.groupBy(ordered, ({ group, year }) => (order === 'kind' ? (group.facts[0]?.kind ?? '') : year));
  return [...sections].map(([heading, entries]) => ({ heading, claims: entries.map(({ group }) => group) }));
}

function newestOf({ facts }: ClaimGroupView): { readonly newest: number; readonly year: string } {
  const dates = facts.map(({ asOf }) => dateOf(asOf));
  const [first = { date: '', newest: 0 }] = dates
    .map((date) => ({ date, newest: spanOf(date).newest }))
    .toSorted((a, b) => b.newest - a.newest);
  if (first.newest === 0) return { newest: 0, year: '' };
  const point = first.date.split('/').findLast((end) => end !== '..' && end !== '') ?? '';
  return { newest: first.newest, year: point.slice(0, 4) };
}

const dateOf = (asOf: AsOf): string => (asOf.basis === 'unknown' ? '' : asOf.date);
