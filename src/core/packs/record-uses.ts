import { sourcesOf } from '../model/fact-sources.ts';
import type { PackRecord } from '../model/fact-pack.ts';

/** A record that another one relies on, and the field that names it. */
export type RecordUse = { readonly kind: 'source' | 'entity' | 'fact'; readonly id: string; readonly field: string };

/** Every id a record relies on. */
export function usesOf(record: PackRecord): RecordUse[] {
  const entity = (id: string, field: string): RecordUse => ({ kind: 'entity', id, field });
  switch (record.type) {
    case 'source':
      return [];
    case 'entity':
      return record.entity.aliases.flatMap((alias, position) =>
        (alias.needs?.entities ?? []).map((id) => entity(id, `entity.aliases.${position}.needs.entities`)),
      );
    case 'fact':
      return [
        ...record.fact.subjects.map((id) => entity(id, 'fact.subjects')),
        ...valueEntities(record.fact.value).map((id) => entity(id, 'fact.value')),
        ...record.fact.references.flatMap((reference, position) =>
          sourcesOf(reference).map((id) => ({
            kind: 'source' as const,
            id,
            field: `fact.references.${position}`,
          })),
        ),
      ];
    case 'conflict':
      return [
        ...record.conflict.facts.map((id) => ({ kind: 'fact' as const, id, field: 'conflict.facts' })),
        ...record.conflict.entities.map((id) => entity(id, 'conflict.entities')),
      ];
  }
}

function valueEntities(value: Extract<PackRecord, { type: 'fact' }>['fact']['value']): readonly string[] {
  if (value?.type === 'entities') return value.entities;
  if (value?.type === 'relation') return [value.object];
  return value?.type === 'role' && value.organisation !== undefined ? [value.organisation] : [];
}
