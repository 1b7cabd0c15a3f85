import type { CaptureFailure, Intent } from '../core/capture/capture.ts';
import { formatRoute } from '../messaging/manager-route.ts';
import type { Send } from '../messaging/send.ts';

export type CaptureSelectionPorts = {
  readonly send: Send;
  readonly tab: number;
  readonly window: number | undefined;
  /** Opens the panel of the window, and says whether it could. */
  readonly openPanel: () => Promise<boolean>;
  readonly openTab: (address: string) => Promise<unknown>;
};

/**
 * Captures what is selected in the tab and shows the form in the panel, or in a tab where there is no panel. Must be called straight
 * from the click: browsers open a panel only then. Gives why nothing was captured, if nobody else says it.
 */
export async function captureSelection(
  { send, tab, window, openPanel, openTab }: CaptureSelectionPorts,
  intent: Intent,
): Promise<CaptureFailure | null> {
  const opening = openPanel().catch(() => false);
  const inPanel = (await opening) && window !== undefined;
  const answer = await send('page.capture', { tab, intent, ...(inPanel && { window }) });
  if (!answer.ok || inPanel) return null;
  const begun = answer.value;
  if (!begun.ok) return begun.error;
  await openTab(formatRoute({ view: 'capture', capture: begun.value }));
  return null;
}
