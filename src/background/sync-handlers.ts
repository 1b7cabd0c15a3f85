import type { Caller } from '../messaging/caller.ts';
import type { Handlers } from '../messaging/listen.ts';
import type { syncRequests } from '../messaging/sync-contract.ts';
import type { SyncService } from '../syncing/sync-service.ts';

/** Answers the manager about sharing between devices. */
export const createSyncHandlers = (
  sharing: SyncService,
): Handlers<typeof syncRequests, Extract<Caller, { kind: 'page' }>> => ({
  'page.sync': () => sharing.status(),
  async 'page.setSync'({ isOn }) {
    await sharing.setOn(isOn);
    return sharing.status();
  },
  async 'page.syncNow'() {
    await sharing.sync();
    return sharing.status();
  },
  async 'page.settleSync'({ key, choice }) {
    await sharing.settle(key, choice);
    return sharing.status();
  },
  async 'page.forgetSync'() {
    await sharing.forget();
    return sharing.status();
  },
});
