import type { Intent } from '../core/capture/capture.ts';
import { formatRoute } from '../messaging/manager-route.ts';
import type { CaptureService } from './capture-service.ts';
import { describeBegun, type PanelCaptures } from './panel-captures.ts';
import type { MenuSelection } from './read-clip.ts';

export type CaptureActPorts = {
  readonly captures: CaptureService;
  readonly panels: PanelCaptures;
  /** Opens the panel of a window, and says whether it could. Must be called before anything is waited for. */
  readonly openPanel: (window: number | undefined) => Promise<boolean>;
  readonly openTab: (address: string) => Promise<unknown>;
};

/** The tab in which the user chose an item of the menu, or pressed the key. */
export type ActingTab = { readonly id?: number | undefined; readonly windowId?: number | undefined };

/**
 * What menu and key do: captures the selection and shows the form in the panel, so that the page stays in sight; where no panel can
 * be opened, in a tab.
 */
export async function captureFromTab(
  { captures, panels, openPanel, openTab }: CaptureActPorts,
  { id, windowId }: ActingTab,
  intent: Intent,
  menu: MenuSelection | null,
): Promise<void> {
  if (id === undefined) return;
  // At once: browsers open a panel only in answer to the click itself.
  const opening = openPanel(windowId).catch(() => false);
  const begun = await captures.begin(id, intent, menu);
  if ((await opening) && windowId !== undefined) {
    return panels.show(windowId, describeBegun(begun));
  }
  if (begun.ok) await openTab(formatRoute({ view: 'capture', capture: begun.value }));
}
