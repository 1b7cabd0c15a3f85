/** What the manager asks the background about settings and health (a part of `contract.ts`). */
import * as v from 'valibot';
import { errorEntrySchema, type ErrorEntry } from '../core/model/error-entry.ts';
import type { StoreTrouble } from '../core/model/store-trouble.ts';
import { settingsSchema, type Settings } from '../core/model/settings.ts';

const nothing = v.strictObject({});
/** Sites of both lists. */
const MAX_SITES = 5000;

export const settingsRequests = {
  'page.settings': nothing,
  /** All of them at once, so that a reset can be taken back. */
  'page.writeSettings': v.strictObject({
    settings: v.pipe(
      settingsSchema,
      v.check(({ disabledSites, enabledSites }) => disabledSites.length + enabledSites.length <= MAX_SITES),
    ),
  }),
  'page.health': nothing,
  /** An error in one of our own pages. */
  'page.reportError': v.strictObject({ entry: errorEntrySchema }),
  'page.clearErrors': nothing,
  /** Throws the store away and fills it again from what is kept beside it. For a store that cannot be opened. */
  'page.beginAnew': nothing,
} as const;

/** A command, with the keys it is bound to as the browser prints them; empty if unbound. */
export type BoundCommand = { readonly name: string; readonly description: string; readonly keys: string };

export type SettingsOverview = { readonly settings: Settings; readonly commands: readonly BoundCommand[] };

/** How the extension is, for the user and for a report. */
export type Health = {
  readonly version: string;
  readonly databaseVersion: number;
  readonly packs: readonly {
    readonly id: string;
    readonly version: number;
    readonly records: number;
    readonly enabled: boolean;
  }[];
  /** How many packs the browser has lost, and how many imports are under way. */
  readonly lost: number;
  readonly imports: number;
  /** Packs whose last check failed, and why. */
  readonly failures: readonly { readonly pack: string; readonly code: string }[];
  readonly errors: readonly ErrorEntry[];
  /** Null while the store can be opened. */
  readonly trouble: StoreTrouble | null;
};

export type SettingsResults = {
  'page.settings': SettingsOverview;
  'page.writeSettings': null;
  'page.health': Health;
  'page.reportError': null;
  'page.clearErrors': null;
  'page.beginAnew': null;
};
