import { digestId, makeId } from '../converting/make-id.ts';
import type { Entity, EntityRef } from '../model/entity.ts';
import type { PackRecord } from '../model/fact-pack.ts';
import type { Source } from '../model/source.ts';
import type { OverlayEdit, OverlayRecords } from '../overlay/edit-overlay.ts';
import { findStandIn, freeId, makeStandIn } from '../overlay/stand-in.ts';
import type { CheckedCapture } from './check-capture.ts';

/** Whom a capture is about, if that is known: the record that stands for the entity, and its own. */
export type KnownSubject = { readonly ref: EntityRef; readonly model: Entity };

/** What a capture puts into the overlay, and the ids there of what it is about and of its fact. */
export type CapturePlan = { readonly edit: OverlayEdit; readonly entity: string; readonly fact: string | null };

/**
 * Plans what a capture adds to the user's own records: the entity, or one that stands for it; its source, which is the one of
 * earlier captures from the same address if there is one; the fact.
 */
export function planCapture(own: OverlayRecords, capture: CheckedCapture, known: KnownSubject | null): CapturePlan {
  const subject = subjectOf(own, capture, known);
  const put: PackRecord[] = subject.isChanged ? [{ type: 'entity', entity: subject.entity }] : [];
  const entity = subject.entity.id;
  if (capture.fact === null || capture.source === null) return { edit: { put, remove: [] }, entity, fact: null };
  const source = { ...capture.source, id: sourceId(own, capture.source) };
  const { statement, references } = capture.fact;
  const wanted = digestId(statement, `${entity} ${source.URL ?? source.title} ${statement}`);
  const fact = {
    ...capture.fact,
    id: freeId(wanted, (id) => own.facts.some((other) => other.id === id)),
    subjects: [entity],
    references: references.map((reference) => ({ ...reference, source: source.id })),
  };
  put.push({ type: 'source', source }, { type: 'fact', fact });
  return { edit: { put, remove: [] }, entity, fact: fact.id };
}

function subjectOf(
  own: OverlayRecords,
  { entity, alias }: CheckedCapture,
  known: KnownSubject | null,
): { entity: Entity; isChanged: boolean } {
  if (known === null) {
    if (entity === null) throw new Error('a capture about nobody was checked');
    const id = freeId(makeId(entity.name, 'entity'), (taken) => own.entities.some((other) => other.id === taken));
    return { entity: { ...entity, id }, isChanged: true };
  }
  const found = findStandIn(own.entities, known.ref);
  const standIn = found ?? makeStandIn(own.entities, known.ref, known.model);
  if (alias === null || standIn.name === alias.text || standIn.aliases.some(({ text }) => text === alias.text))
    return { entity: standIn, isChanged: found === null };
  return { entity: { ...standIn, aliases: [...standIn.aliases, alias] }, isChanged: true };
}

function sourceId(own: OverlayRecords, source: Source): string {
  const same = own.sources.find(({ URL, title }) =>
    source.URL === undefined ? title === source.title : URL === source.URL,
  );
  if (same !== undefined) return same.id;
  const wanted = digestId(source.title, source.URL ?? source.title);
  return freeId(wanted, (id) => own.sources.some((other) => other.id === id));
}
