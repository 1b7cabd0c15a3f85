import { changeChoices } from '../core/merging/change-choices.ts';
import type { Caller } from '../messaging/caller.ts';
import type { Handlers } from '../messaging/listen.ts';
import type { overlayRequests } from '../messaging/overlay-contract.ts';
import type { Connection } from '../storage/connection.ts';
import { readMergeWords } from '../storage/read-merge-words.ts';
import { readMergeChoices, writeMergeChoices } from '../storage/merge-store.ts';
import type { StorageArea } from '../storage/settings-store.ts';
import type { InTurn } from './in-turn.ts';

type Requests = Pick<typeof overlayRequests, 'page.setMerge' | 'page.mergeWords'>;

export type MergePorts = {
  readonly connection: Connection;
  readonly area: StorageArea;
  readonly inTurn: InTurn;
  /** Makes it felt that names stand for other records than before. */
  readonly onPacksChanged: () => Promise<void>;
};

/** Keeps what the user says about which records are one entity. */
export const createMergeHandlers = ({
  connection,
  area,
  inTurn,
  onPacksChanged,
}: MergePorts): Handlers<Requests, Extract<Caller, { kind: 'page' }>> => ({
  async 'page.setMerge'({ a, b, verdict }) {
    await inTurn(async () => writeMergeChoices(area, changeChoices(await readMergeChoices(area), a, b, verdict)));
    await onPacksChanged();
    return null;
  },
  'page.mergeWords': async ({ entity }) => readMergeWords(await connection(), await readMergeChoices(area), entity),
});
