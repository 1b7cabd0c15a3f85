import * as v from 'valibot';
import type { SelectedName } from '../core/capture/guess-entities.ts';
import { direction, entityRef, type EntityCount } from './contract-fields.ts';

/** Background to every content script of a tab. */
export const tabMessages = {
  /** Settings or dataset changed: read them again. */
  'tab.refresh': v.strictObject({}),
  /** Scroll to the next mention of the entity and flash it. */
  'tab.reveal': v.strictObject({ entity: entityRef, direction: v.optional(direction, 'next') }),
  /** Go to the mark after or before the last one gone to, whosever it is. */
  'tab.step': v.strictObject({ direction }),
  /** Open the card of the mark at the text cursor, at the focus, the last one gone to, or the first on the screen. */
  'tab.openCard': v.strictObject({}),
  /** What this frame shows now. */
  'tab.describe': v.strictObject({}),
  /** The names in what is selected in this frame, and beside it. */
  'tab.selectedNames': v.strictObject({}),
} as const;

export type TabResults = {
  'tab.refresh': null;
  'tab.reveal': { readonly found: boolean };
  'tab.step': { readonly found: boolean };
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
