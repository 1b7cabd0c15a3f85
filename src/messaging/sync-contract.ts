/** What the manager asks the background about sharing between devices (a part of `contract.ts`). */
import * as v from 'valibot';
import type { SyncStatus } from '../core/sync/sync-status.ts';

const nothing = v.strictObject({});

export const syncRequests = {
  'page.sync': nothing,
  'page.setSync': v.strictObject({ isOn: v.boolean() }),
  /** Now, and not at the next occasion. */
  'page.syncNow': nothing,
  /** Decides about an item of which two devices said different things. */
  'page.settleSync': v.strictObject({
    key: v.pipe(v.string(), v.minLength(1), v.maxLength(2048)),
    choice: v.picklist(['kept', 'lost']),
  }),
  /** Takes away what all devices have put into the account. */
  'page.forgetSync': nothing,
} as const;

export type SyncResults = {
  'page.sync': SyncStatus;
  'page.setSync': SyncStatus;
  'page.syncNow': SyncStatus;
  'page.settleSync': SyncStatus;
  'page.forgetSync': SyncStatus;
};
