import type { FactPack } from '../../core/model/fact-pack.ts';
import { RECORD_KINDS, type PackDiff } from '../../core/packs/diff-packs.ts';

/** A change of a pack for people to read: counts, then each fact and name that came, changed or went. */
export function printDiff(before: FactPack, after: FactPack, diff: PackDiff): string {
  const head = `${before.header.id}: version ${before.header.version} → ${after.header.version}`;
  const counts = RECORD_KINDS.map((kind) => {
    const { added, changed, removed } = diff[kind];
    return `${kind}: +${added.length} ~${changed.length} -${removed.length}`;
  }).join(', ');
  const entities = [
    ...diff.entity.added.map(({ name }) => `+ ${name}`),
    ...diff.entity.changed.map((change) => `~ ${change.before.name}${renamed(change.before.name, change.after.name)}`),
    ...diff.entity.removed.map(({ name }) => `- ${name}`),
  ];
  const facts = [
    ...diff.fact.added.map(({ id, statement }) => `+ ${id} ${statement}`),
    ...diff.fact.changed.map(({ before: old, after: now }) =>
      old.statement === now.statement
        ? `~ ${old.id} ${old.statement}`
        : `~ ${old.id} ${old.statement}\n  → ${now.statement}`,
    ),
    ...diff.fact.removed.map(({ id, statement }) => `- ${id} ${statement}`),
  ];
  return [head, counts, ...entities, ...facts].join('\n');
}

const renamed = (before: string, after: string): string => (before === after ? '' : ` → ${after}`);
