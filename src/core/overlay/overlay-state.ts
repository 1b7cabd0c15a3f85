import * as v from 'valibot';
import { LIMITS } from '../model/limits.ts';
import { idSchema, textOf } from '../model/text-fields.ts';

/** What a note of the user is about. */
export const noteTargetSchema = v.strictObject({
  kind: v.picklist(['entity', 'fact']),
  pack: idSchema,
  id: idSchema,
});

/** A note has a text and a date and no source: it is the user's own, and no fact. */
export const ownNoteSchema = v.strictObject({
  target: noteTargetSchema,
  text: textOf(LIMITS.noteLength),
  /** Milliseconds since the epoch. */
  writtenAt: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

/** A fact of a pack. */
export const factRefSchema = v.strictObject({ pack: idSchema, id: idSchema });

/** A fact of a pack that the user does not want to see. */
export const hiddenFactSchema = v.strictObject({
  ...factRefSchema.entries,
  /** The user's own fact that corrects it: while that is there, this one is hidden. */
  by: v.optional(idSchema),
});

export type NoteTarget = v.InferOutput<typeof noteTargetSchema>;
export type OwnNote = v.InferOutput<typeof ownNoteSchema>;
export type FactRef = v.InferOutput<typeof factRefSchema>;
export type HiddenFact = v.InferOutput<typeof hiddenFactSchema>;

/** What the user has added that no pack can hold. */
export type OverlayState = {
  readonly notes: readonly OwnNote[];
  readonly hidden: readonly HiddenFact[];
};

export const NO_ADDITIONS: OverlayState = { notes: [], hidden: [] };

/** With a note in the place of the one that was there; without text, with none. */
export function setNote(state: OverlayState, target: NoteTarget, text: string, writtenAt: number): OverlayState {
  const notes = state.notes.filter((note) => targetKey(note.target) !== targetKey(target));
  return { ...state, notes: text.trim() === '' ? notes : [...notes, { target, text: text.trim(), writtenAt }] };
}

/** With these facts hidden, or shown again. */
export function setHidden(state: OverlayState, facts: readonly HiddenFact[], isHidden: boolean): OverlayState {
  const keys = new Set(facts.map(factKey));
  const others = state.hidden.filter((fact) => !keys.has(factKey(fact)));
  return { ...state, hidden: isHidden ? [...others, ...facts] : others };
}

/** Tells of a fact whether it is hidden, with the overlay's facts that are there. */
export function createHiddenTest({ hidden }: OverlayState, ownFacts: ReadonlySet<string>): (fact: FactRef) => boolean {
  const entries = new Map(hidden.map((entry) => [factKey(entry), entry]));
  return (fact) => {
    const entry = entries.get(factKey(fact));
    return entry !== undefined && (entry.by === undefined || ownFacts.has(entry.by));
  };
}

/** Whether nothing is over what may be kept. */
export const fitsOverlay = ({ notes, hidden }: OverlayState): boolean =>
  notes.length <= LIMITS.ownNotes && hidden.length <= LIMITS.hiddenFacts;

/** One string for a fact of a pack, usable as a map key. */
export const factKey = ({ pack, id }: FactRef): string => `${pack}/${id}`;

export const targetKey = ({ kind, pack, id }: NoteTarget): string => `${kind} ${pack}/${id}`;
