import * as v from 'valibot';
import type { PackRecord } from '../model/fact-pack.ts';
import { idSchema } from '../model/text-fields.ts';
import { recordsOf } from '../packs/apply-patch.ts';
import { canonicalJson, RECORD_KINDS } from '../packs/diff-packs.ts';
import { bodyOf, type RecordRef } from '../packs/pack-patch.ts';
import { parseRecord } from '../packs/parse-record.ts';
import { usesOf } from '../packs/record-uses.ts';
import type { OverlayEdit, OverlayRecords } from './edit-overlay.ts';

/** As many steps as can be taken back. */
const MAX_STEPS = 100;
/** As many records as wait to be restored; the oldest go first. */
const MAX_TRASH = 300;

const draftSchema = v.record(v.string(), v.unknown());
const refSchema = v.strictObject({ kind: v.picklist(RECORD_KINDS), id: idSchema });
const editSchema = v.strictObject({ put: v.array(draftSchema), remove: v.array(refSchema) });

const stepSchema = v.strictObject({
  /** What puts everything back as it was before… */
  undo: editSchema,
  /** …and what does it again. */
  redo: editSchema,
  /** What it was about, to be named to the user. */
  name: v.string(),
});

/** What the user did to the overlay, as records of a pack's lines, and what they took out of it. */
export const editHistorySchema = v.object({
  done: v.array(stepSchema),
  undone: v.array(stepSchema),
  trash: v.array(v.strictObject({ draft: draftSchema, removedAt: v.number() })),
});

export type EditHistory = Readonly<v.InferOutput<typeof editHistorySchema>>;
type Step = EditHistory['done'][number];
type Draft = v.InferOutput<typeof draftSchema>;

export const NO_HISTORY: EditHistory = { done: [], undone: [], trash: [] };

/** The history with one more step, after which nothing can be done again that was taken back before. */
export function addStep(history: EditHistory, before: OverlayRecords, edit: OverlayEdit, now: number): EditHistory {
  const known = new Map(recordsOf(before).map((record) => [keyOf(record), record]));
  const replaced = edit.put.flatMap((record) => known.get(keyOf(record)) ?? []);
  const removed = edit.remove.flatMap(({ kind, id }) => known.get(`${kind} ${id}`) ?? []);
  const changes = edit.put.filter(
    (record) => canonicalJson(known.get(keyOf(record)) ?? null) !== canonicalJson(record),
  );
  if (changes.length + removed.length === 0) return history;
  const added = edit.put.filter((record) => !known.has(keyOf(record)));
  const step: Step = {
    undo: { put: [...replaced, ...removed].map(draftOf), remove: added.map(refOf) },
    redo: { put: edit.put.map(draftOf), remove: removed.map(refOf) },
    name: nameRecord(changes.findLast(isSpeaking) ?? removed.findLast(isSpeaking) ?? changes[0] ?? removed[0]),
  };
  const trash = [...history.trash, ...removed.map((record) => ({ draft: draftOf(record), removedAt: now }))];
  return { done: [...history.done, step].slice(-MAX_STEPS), undone: [], trash: trash.slice(-MAX_TRASH) };
}

/** What takes back the last step, or does again the last that was taken back; null if there is none. */
export function stepBack(
  history: EditHistory,
  direction: 'undo' | 'redo',
): { edit: OverlayEdit; after: EditHistory } | null {
  const { done, undone } = history;
  const step = (direction === 'undo' ? done : undone).at(-1);
  if (step === undefined) return null;
  const { put, remove } = step[direction];
  const after =
    direction === 'undo'
      ? { ...history, done: done.slice(0, -1), undone: [...undone, step] }
      : { ...history, done: [...done, step], undone: undone.slice(0, -1) };
  return { edit: { put: put.flatMap(readDraft), remove }, after };
}

/** What was removed and is not there again, the latest first, each once. */
export function listTrash(
  { trash }: EditHistory,
  present: OverlayRecords,
): { record: PackRecord; removedAt: number }[] {
  const seen = new Set(recordsOf(present).map(keyOf));
  return trash.toReversed().flatMap(({ draft, removedAt }) =>
    readDraft(draft).flatMap((record) => {
      if (seen.has(keyOf(record))) return [];
      seen.add(keyOf(record));
      return [{ record, removedAt }];
    }),
  );
}

/** What brings a removed record back, with those it refers to if they were removed as well; null if it is not in the trash. */
export function restoreEdit(history: EditHistory, present: OverlayRecords, ref: RecordRef): OverlayEdit | null {
  const waiting = new Map(listTrash(history, present).map(({ record }) => [keyOf(record), record]));
  const put = new Map<string, PackRecord>();
  const queue = [`${ref.kind} ${ref.id}`];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    const record = waiting.get(key);
    if (record === undefined || put.has(key)) continue;
    put.set(key, record);
    queue.push(...usesOf(record).map(({ kind, id }) => `${kind} ${id}`));
  }
  return put.size === 0 ? null : { put: [...put.values()], remove: [] };
}

/** What goes with a record: everything that would refer to nothing without it. */
export function removalOf(present: OverlayRecords, ref: RecordRef): OverlayEdit {
  const gone = new Set([`${ref.kind} ${ref.id}`]);
  const records = recordsOf(present);
  for (let size = 0; size !== gone.size;) {
    size = gone.size;
    for (const record of records)
      if (usesOf(record).some(({ kind, id }) => gone.has(`${kind} ${id}`))) gone.add(keyOf(record));
  }
  return { put: [], remove: records.filter((record) => gone.has(keyOf(record))).map(refOf) };
}

/** What a record is called: its name, title or statement. */
export function nameRecord(record: PackRecord | undefined): string {
  switch (record?.type) {
    case 'entity':
      return record.entity.name;
    case 'source':
      return record.source.title;
    case 'fact':
      return record.fact.statement;
    case 'conflict':
      return record.conflict.title;
    case undefined:
      return '';
  }
}

/** A source is named only if nothing else was changed with it. */
const isSpeaking = ({ type }: PackRecord): boolean => type !== 'source';

const draftOf = (record: PackRecord): Draft => ({ [record.type]: bodyOf(record) });
const refOf = (record: PackRecord): RecordRef => ({ kind: record.type, id: bodyOf(record).id });
const keyOf = (record: PackRecord): string => `${record.type} ${bodyOf(record).id}`;

function readDraft(draft: Draft): PackRecord[] {
  const record = parseRecord(draft, 0);
  return record.ok ? [record.value] : [];
}
