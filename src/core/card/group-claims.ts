import type { Conflict, Fact } from '../model/fact.ts';
import { measureOf } from '../model/fact-measure.ts';
import { sourcesOf } from '../model/fact-sources.ts';
import { asOfDate } from './rank-facts.ts';

/** Why claims stand together: a conflict that a pack declares, or figures of one kind that differ. */
export type Disagreement = { readonly by: 'pack'; readonly conflict: Conflict } | { readonly by: 'figures' };

/** Facts shown together: one alone, or claims that disagree, with the reason. */
export type ClaimGroup = { readonly facts: readonly Fact[]; readonly disagreement: Disagreement | null };

/**
 * Puts claims that disagree side by side, oldest first and undated last, at the place of the best-ranked of them. Claims are never merged,
 * and a fact stands in one group only: that of its first declared conflict, else with the figures that differ from its own.
 */
export function groupClaims(ranked: readonly Fact[], conflicts: readonly Conflict[]): ClaimGroup[] {
  const disagreements = conflicts.filter((conflict) => conflict.kind === 'disagreement');
  const byMeasure = Map.groupBy(ranked, subjectOfMeasure);
  const placed = new Set<string>();
  const isFree = ({ id }: Fact): boolean => !placed.has(id);
  const groupOf = (fact: Fact): ClaimGroup => {
    const conflict = disagreements.find(({ facts }) => facts.includes(fact.id));
    if (conflict !== undefined) {
      const declared = ranked.filter((other) => conflict.facts.includes(other.id) && isFree(other));
      if (declared.length > 1) return { facts: declared, disagreement: { by: 'pack', conflict } };
    }
    const measure = subjectOfMeasure(fact);
    const comparable = measure === null ? [] : (byMeasure.get(measure) ?? []);
    const rivals = comparable.filter((other) => isFree(other) && haveRivalFigures(fact, other));
    return { facts: [fact, ...rivals], disagreement: rivals.length === 0 ? null : { by: 'figures' } };
  };
  const groups: ClaimGroup[] = [];
  for (const fact of ranked) {
    if (!isFree(fact)) continue;
    const { facts, disagreement } = groupOf(fact);
    for (const member of facts) placed.add(member.id);
    groups.push({ facts: facts.toSorted(byDate), disagreement });
  }
  return groups;
}

/** What a fact measures: the same for claims of one kind, about the same entities, in one unit. Null where it gives no number. */
function subjectOfMeasure(fact: Fact): string | null {
  const measure = measureOf(fact);
  if (measure === null) return null;
  const unit = measure.type === 'money' ? [measure.currency, measure.per] : [measure.unit];
  return JSON.stringify([fact.kind, fact.subjects.toSorted(), measure.qualifier, unit]);
}

/**
 * Whether two claims that measure the same give different numbers, by sources that do not overlap, and not simply at two dates,
 * which makes a series and no disagreement.
 */
function haveRivalFigures(a: Fact, b: Fact): boolean {
  if (measureOf(a)?.number === measureOf(b)?.number) return false;
  const [first, second] = [asOfDate(a), asOfDate(b)];
  if (first !== '' && second !== '' && first !== second) return false;
  const sources = new Set(a.references.flatMap(sourcesOf));
  return !b.references.flatMap(sourcesOf).some((source) => sources.has(source));
}

function byDate(a: Fact, b: Fact): number {
  const [first, second] = [asOfDate(a), asOfDate(b)];
  return Number(first === '') - Number(second === '') || first.localeCompare(second);
}
