import { CERTAINTIES, CONFLICT_KINDS, QUALITIES } from '../../core/model/fact.ts';
import type { FactPack } from '../../core/model/fact-pack.ts';
import { trackedAliases } from '../../core/packs/tracked-aliases.ts';

/** What a pack holds, counted. */
export type PackStats = {
  readonly entities: number;
  /** Entities that are the subject of a fact. */
  readonly entitiesWithFacts: number;
  readonly aliases: number;
  readonly aliasesWithRules: number;
  readonly facts: number;
  readonly sources: number;
  readonly conflicts: number;
  readonly factsInConflicts: number;
  readonly certainty: Readonly<Record<string, number>>;
  readonly quality: Readonly<Record<string, number>>;
  readonly conflictKinds: Readonly<Record<string, number>>;
};

export function countPack(pack: FactPack): PackStats {
  const aliases = pack.entities.flatMap((entity) => trackedAliases(pack.header.id, entity)).map(({ alias }) => alias);
  const tally = <T>(names: readonly string[], items: readonly T[], nameOf: (item: T) => string) =>
    Object.fromEntries(names.map((name) => [name, items.filter((item) => nameOf(item) === name).length]));
  return {
    entities: pack.entities.length,
    entitiesWithFacts: new Set(pack.facts.flatMap((fact) => fact.subjects)).size,
    aliases: aliases.length,
    aliasesWithRules: aliases.filter(
      (alias) => alias.case === 'exact' || alias.needs !== undefined || alias.not !== undefined,
    ).length,
    facts: pack.facts.length,
    sources: pack.sources.length,
    conflicts: pack.conflicts.length,
    factsInConflicts: new Set(pack.conflicts.flatMap((conflict) => conflict.facts)).size,
    certainty: tally(CERTAINTIES, pack.facts, (fact) => fact.certainty),
    quality: tally(QUALITIES, pack.facts, (fact) => fact.quality),
    conflictKinds: tally(CONFLICT_KINDS, pack.conflicts, (conflict) => conflict.kind),
  };
}

/** The counts as lines for a reader. */
export function printStats(pack: FactPack): string {
  const stats = countPack(pack);
  const list = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
  return [
    `${pack.header.title} (${pack.header.id}), version ${pack.header.version}, ${pack.header.published}`,
    `entities   ${stats.entities} (${stats.entitiesWithFacts} with facts)`,
    `aliases    ${stats.aliases} (${stats.aliasesWithRules} with rules)`,
    `facts      ${stats.facts}`,
    `sources    ${stats.sources}`,
    `conflicts  ${stats.conflicts} (${list(stats.conflictKinds)}), touching ${stats.factsInConflicts} facts`,
    `certainty  ${list(stats.certainty)}`,
    `quality    ${list(stats.quality)}`,
  ].join('\n');
}
