import type { Correction } from '../model/correction.ts';
import type { Alias, Entity } from '../model/entity.ts';
import { normalizeText } from '../text/normalize.ts';

export type Proposal = { readonly entities: readonly Entity[]; readonly remarks: readonly string[] };

/**
 * What a publisher would change in a pack so that readers need not correct it: aliases that never mean the entity go, phrases
 * in which they do not become `not` rules. What concerns one site, or the name of an entity itself, is a remark.
 */
export function proposeCorrections(entities: readonly Entity[], corrections: readonly Correction[]): Proposal {
  const remarks: string[] = [];
  const changed = entities.flatMap((entity) => {
    const own = corrections.filter((correction) => correction.entity.id === entity.id);
    const corrected = own.reduce((now, correction) => correctEntity(now, correction, remarks), entity);
    return corrected === entity ? [] : [corrected];
  });
  return { entities: changed, remarks };
}

function correctEntity(entity: Entity, correction: Correction, remarks: string[]): Entity {
  const { alias } = correction;
  const { aliases } = entity;
  const isOwn = ({ text }: Alias): boolean => isSame(text, alias);
  if (correction.verdict === 'not-on-site') {
    remarks.push(`"${alias}" does not mean ${entity.name} on ${correction.site}.`);
    return entity;
  }
  if (correction.verdict === 'not-in-phrase') {
    const listed = aliases.find(isOwn) ?? { text: alias };
    const refined = { ...listed, not: [...new Set([...(listed.not ?? []), correction.phrase])] };
    return { ...entity, aliases: [...aliases.filter((other) => !isOwn(other)), refined] };
  }
  const other = correction.verdict === 'other-entity' ? ` It means ${correction.other.id}.` : '';
  remarks.push(`"${alias}" does not mean ${entity.name}.${other}`);
  return isSame(entity.name, alias) || !aliases.some(isOwn)
    ? entity
    : { ...entity, aliases: aliases.filter((listed) => !isOwn(listed)) };
}

const isSame = (a: string, b: string): boolean => normalizeText(a).folded === normalizeText(b).folded;
