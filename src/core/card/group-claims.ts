import type { Conflict, Fact } from '../model/fact.ts';
import { asOfDate } from './rank-facts.ts';

/** Facts shown together: one alone, or claims that disagree, with the reason. */
export type ClaimGroup = { readonly facts: readonly Fact[]; readonly disagreement: Conflict | null };

/**
 * Puts claims that disagree side by side, oldest first and undated last, at the place of the best-ranked of them. Claims are never merged,
 * and a fact stands in one group only: that of its first conflict.
 */
export function groupClaims(ranked: readonly Fact[], conflicts: readonly Conflict[]): ClaimGroup[] {
  const disagreements = conflicts.filter((conflict) => conflict.kind === 'disagreement');
  const placed = new Set<string>();
  const groups: ClaimGroup[] = [];
  for (const fact of ranked) {
    if (placed.has(fact.id)) continue;
    const disagreement = disagreements.find((conflict) => conflict.facts.includes(fact.id));
    const others = ranked.filter((other) => !placed.has(other.id) && disagreement?.facts.includes(other.id) === true);
    const members = others.length > 1 ? others.toSorted(byDate) : [fact];
    for (const member of members) placed.add(member.id);
    groups.push({
      facts: members,
      disagreement: members.length > 1 && disagreement !== undefined ? disagreement : null,
    });
  }
  return groups;
}

function byDate(a: Fact, b: Fact): number {
  const [first, second] = [asOfDate(a), asOfDate(b)];
  return Number(first === '') - Number(second === '') || first.localeCompare(second);
}
