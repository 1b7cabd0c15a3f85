import * as v from 'valibot';
import { LIMITS } from '../core/model/limits.ts';
import { hiddenFactSchema, ownNoteSchema, type OverlayState } from '../core/overlay/overlay-state.ts';
import type { StorageArea } from './settings-store.ts';

/** Beside the database, like corrections: small, and not lost with the store. */
export const OVERLAY_KEY = 'overlay';

const storedSchema = v.object({
  notes: v.optional(v.array(v.unknown()), []),
  hidden: v.optional(v.array(v.unknown()), []),
});

/** The user's notes and hidden facts. Whatever is unsound is passed over. */
export async function readOverlayState(area: StorageArea): Promise<OverlayState> {
  const stored = v.safeParse(storedSchema, (await area.get([OVERLAY_KEY]))[OVERLAY_KEY]);
  if (!stored.success) return { notes: [], hidden: [] };
  return {
    notes: soundOnes(ownNoteSchema, stored.output.notes.slice(-LIMITS.ownNotes)),
    hidden: soundOnes(hiddenFactSchema, stored.output.hidden.slice(-LIMITS.hiddenFacts)),
  };
}

export const writeOverlayState = (area: StorageArea, state: OverlayState): Promise<void> =>
  area.set({ [OVERLAY_KEY]: state });

const soundOnes = <const S extends v.GenericSchema>(schema: S, entries: readonly unknown[]): v.InferOutput<S>[] =>
  entries.flatMap((entry) => {
    const parsed = v.safeParse(schema, entry);
    return parsed.success ? [parsed.output] : [];
  });
