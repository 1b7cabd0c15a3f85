import * as v from 'valibot';
import { CAPTURE_FAILURES, captureIdSchema, type CaptureFailure } from '../core/capture/capture.ts';
import type { Result } from '../core/model/result.ts';
import type { CaptureResults } from '../messaging/capture-contract.ts';
import type { SessionArea } from './session-area.ts';

type PanelCapture = CaptureResults['page.panelCapture'];

/** What the panel of each browser window has to show. Kept in session storage, of which the panels hear. */
export type PanelCaptures = {
  show(window: number, shown: PanelCapture): Promise<void>;
  shown(window: number): Promise<PanelCapture>;
  close(window: number): Promise<void>;
};

const NOTHING: PanelCapture = { capture: null, failure: null };
const shownSchema = v.strictObject({
  capture: v.nullable(captureIdSchema),
  failure: v.nullable(v.picklist(CAPTURE_FAILURES)),
});

export function createPanelCaptures(area: SessionArea): PanelCaptures {
  const key = (window: number): string => `panel:${window}`;
  return {
    show: (window, shown) => area.set({ [key(window)]: shown }),
    async shown(window) {
      const stored = v.safeParse(shownSchema, (await area.get([key(window)]))[key(window)]);
      return stored.success ? stored.output : NOTHING;
    },
    close: (window) => area.remove([key(window)]),
  };
}

/** What a panel shows of a capture that was begun, or could not be. */
export const describeBegun = (begun: Result<string, CaptureFailure>): PanelCapture =>
  begun.ok ? { capture: begun.value, failure: null } : { capture: null, failure: begun.error };
