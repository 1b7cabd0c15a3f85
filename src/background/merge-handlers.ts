import { changeChoices } from '../core/merging/change-choices.ts';
import type { Caller } from '../messaging/caller.ts';
import type { Handlers } from '../messaging/listen.ts';
import type { overlayRequests } from '../messaging/overlay-contract.ts';
import { readMergeChoices, writeMergeChoices } from '../storage/merge-store.ts';
import type { StorageArea } from '../storage/settings-store.ts';
import type { InTurn } from './in-turn.ts';

export type MergePorts = {
  readonly area: StorageArea;
  readonly inTurn: InTurn;
  /** Makes it felt that names stand for other records than before. */
  readonly onPacksChanged: () => Promise<void>;
};

/** Keeps what the user says about which records are one entity. */
export const createMergeHandlers = ({
  area,
  inTurn,
  onPacksChanged,
}: MergePorts): Handlers<Pick<typeof overlayRequests, 'page.setMerge'>, Extract<Caller, { kind: 'page' }>> => ({
  async 'page.setMerge'({ a, b, verdict }) {
    await inTurn(async () => writeMergeChoices(area, changeChoices(await readMergeChoices(area), a, b, verdict)));
    await onPacksChanged();
    return null;
  },
});
