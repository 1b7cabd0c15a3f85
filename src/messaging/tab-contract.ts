import * as v from 'valibot';
import type { SelectedName } from '../core/capture/guess-entities.ts';
import { direction, entityRef, type EntityCount } from './contract-fields.ts';

/**
 * Where a frame begins to look for the next mark: after the last one it went to (and nowhere if there is none, or none after
 * it), at what is on the screen, or at its beginning or end.
 */
const start = v.picklist(['last', 'screen', 'edge']);

export type StepStart = v.InferOutput<typeof start>;

/** `wasHere`: the last mark gone to was in this frame. */
export type Stepped = { readonly found: boolean; readonly wasHere: boolean };

/** Background to every content script of a tab. */
export const tabMessages = {
  /** Settings or dataset changed: read them again. */
  'tab.refresh': v.strictObject({}),
  /** Go to a mark of the entity, or to any if none is named, and flash it. */
  'tab.step': v.strictObject({ direction, start, entity: v.optional(entityRef) }),
  /** Open the card of the mark at the text cursor, at the focus, the last one gone to, or the first on the screen. */
  'tab.openCard': v.strictObject({ isFocused: v.boolean() }),
  /** What this frame shows now. */
  'tab.describe': v.strictObject({}),
  /** The names in what is selected in this frame, and beside it. */
  'tab.selectedNames': v.strictObject({}),
} as const;

export type TabResults = {
  'tab.refresh': null;
  'tab.step': Stepped;
  'tab.openCard': { readonly found: boolean };
  /** `isFull`: there are more mentions than a page may have marks. */
  'tab.describe': {
    readonly entities: readonly EntityCount[];
    readonly isFull: boolean;
    readonly articleDate: string | null;
  };
  'tab.selectedNames': readonly SelectedName[];
};

/** Background to the scouts of a tab, which read these by hand: they have no room for schemas. */
export const scoutMessages = {
  'tab.setPaused': v.strictObject({ paused: v.boolean() }),
  'tab.isPaused': v.strictObject({}),
} as const;

export type ScoutResults = { 'tab.setPaused': null; 'tab.isPaused': boolean };
