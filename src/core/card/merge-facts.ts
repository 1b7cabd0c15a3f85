import type { Conflict, Fact } from '../model/fact.ts';
import type { Source } from '../model/source.ts';
import { canonicalJson } from '../packs/diff-packs.ts';
import type { CardMaterial } from './card-view.ts';

/** A fact as one pack has it. */
export type FactOrigin = { readonly material: CardMaterial; readonly fact: Fact };

/** What one or several packs say in the same words of the same source. */
export type MergedFact = {
  /** The fact under a key of its own instead of its id, which another pack may use too, its subjects as those of one pack. */
  readonly fact: Fact;
  /** Who says so, in the order of the packs; never empty. */
  readonly origins: readonly FactOrigin[];
};

/**
 * The facts of several packs about one entity. The same statement with the same date, certainty and quality from the same place
 * of the same source is shown once; whatever differs in one of these stands beside it. Which facts there are, and of which
 * packs, does not depend on the order of the packs. What a single pack says twice stays twice.
 */
export function mergeFacts(materials: readonly CardMaterial[]): MergedFact[] {
  const merged = new Map<string, FactOrigin[]>();
  for (const material of materials) {
    const seen = new Map<string, number>();
    for (const fact of material.facts.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const said = whatIsSaid(fact, material.sources);
      const time = (seen.get(said) ?? 0) + 1;
      seen.set(said, time);
      const key = `${time} ${said}`;
      const origins = merged.get(key);
      if (origins === undefined) merged.set(key, [{ material, fact }]);
      else origins.push({ material, fact });
    }
  }
  return [...merged.values()].flatMap((origins) => {
    const [first] = origins;
    if (first === undefined) return [];
    const { material, fact } = first;
    const subjects = fact.subjects.map((id) => material.standIns?.get(id) ?? id);
    return [{ fact: { ...fact, id: keyOf(first), subjects }, origins }];
  });
}

/** The conflicts of all packs, about the merged facts. */
export function mergeConflicts(materials: readonly CardMaterial[], facts: readonly MergedFact[]): Conflict[] {
  const shownAs = new Map(
    facts.flatMap(({ fact, origins }) => origins.map((origin) => [keyOf(origin), fact.id] as const)),
  );
  return materials.flatMap(({ pack, conflicts }) =>
    conflicts.map((conflict) => ({
      ...conflict,
      id: `${pack.id}/${conflict.id}`,
      facts: [...new Set(conflict.facts.flatMap((id) => shownAs.get(`${pack.id}/${id}`) ?? []))],
    })),
  );
}

const keyOf = ({ material, fact }: FactOrigin): string => `${material.pack.id}/${fact.id}`;

function whatIsSaid({ statement, asOf, certainty, quality, references }: Fact, sources: readonly Source[]): string {
  const places = references.map(({ source, locator }) => {
    const cited = sources.find(({ id }) => id === source);
    return canonicalJson([placeOf(cited), locator ?? null]);
  });
  return canonicalJson([statement.trim(), asOf, certainty, quality, places.toSorted()]);
}

/** What tells one source from another whoever describes it: its address or DOI; without one, title and date. */
function placeOf(source: Source | undefined): unknown {
  if (source === undefined) return null;
  return source.URL ?? source.DOI ?? [source.title, source.issued ?? null];
}
