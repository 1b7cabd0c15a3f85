import { ok, type Result } from '../core/model/result.ts';
import { addStep, type EditHistory } from '../core/overlay/edit-history.ts';
import { NO_RECORDS, type OverlayEdit, type OverlayRecords } from '../core/overlay/edit-overlay.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import type { Connection } from '../storage/connection.ts';
import { readEditHistory, writeEditHistory } from '../storage/edit-history-store.ts';
import { changeOverlay, type OverlayOptions } from '../storage/overlay-store.ts';
import type { StorageArea } from '../storage/settings-store.ts';
import type { InTurn } from './in-turn.ts';

export type OverlayPorts = {
  readonly connection: Connection;
  readonly area: StorageArea;
  readonly inTurn: InTurn;
  readonly overlayOptions: () => OverlayOptions;
  /** Makes it felt that other names are looked for than before. */
  readonly onPacksChanged: () => Promise<void>;
  /** Called after every change of what the user wrote. */
  readonly onOwnChanged: () => Promise<void>;
  readonly now: () => number;
};

/**
 * Changes what the user has added, notes how to take that back, and makes it felt. `replay` says what the history is after a step
 * that was taken back.
 */
export type OwnChange = (
  plan: (own: OverlayRecords) => OverlayEdit,
  replay?: EditHistory | null,
) => Promise<Result<null, readonly PackProblem[]>>;

export const createOwnChange =
  ({ connection, area, inTurn, overlayOptions, onPacksChanged, onOwnChanged, now }: OverlayPorts): OwnChange =>
  async (plan, replay = null) => {
    const changed = await inTurn(async () => {
      let before: OverlayRecords = NO_RECORDS;
      let edit: OverlayEdit = { put: [], remove: [] };
      const planned: typeof plan = (records) => {
        before = records;
        edit = plan(records);
        return edit;
      };
      const outcome = await changeOverlay(await connection(), planned, overlayOptions());
      if (outcome.ok) await writeEditHistory(area, replay ?? addStep(await readEditHistory(area), before, edit, now()));
      return outcome;
    });
    if (!changed.ok) return changed;
    await onOwnChanged();
    if (changed.value.changesNames) await onPacksChanged();
    return ok(null);
  };
