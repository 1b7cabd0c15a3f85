import type { Capture } from '../../../src/core/capture/capture.ts';
import type { TestPage } from '../drive.ts';
import { request } from '../own-page.ts';
import { tabOf } from '../tab-of.ts';

/** Selects text of an element by its offsets, and returns the words. */
export const select = (page: TestPage, selector: string, from: number, to: number): Promise<string> =>
  page.evaluate(
    ({ wanted, start, end }) => {
      const texts: Text[] = [];
      const walker = document.createTreeWalker(document.getElementById(wanted) ?? document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode() !== null) texts.push(walker.currentNode as Text);
      const place = (offset: number): [Text, number] => {
        let left = offset;
        for (const text of texts) {
          if (left <= text.length) return [text, left];
          left -= text.length;
        }
        throw new Error(`no place ${offset}`);
      };
      getSelection()?.setBaseAndExtent(...place(start), ...place(end));
      return String(getSelection());
    },
    { wanted: selector, start: from, end: to },
  );

/**
 * Does what menu and key do once the browser has called: no driver can click in a menu of the browser, or press the key of a
 * command. What they do before that, which is to open the panel, is in `tests/background/capture-from-tab.test.ts`.
 */
export async function captureFrom(own: TestPage, page: TestPage, intent: Capture['intent']): Promise<string> {
  const answer = (await request(own, 'page.capture', { tab: await tabOf(own, page), intent })) as {
    value?: { ok: boolean; value: string };
  };
  if (answer.value?.ok !== true) throw new Error(`nothing was captured: ${JSON.stringify(answer)}`);
  return answer.value.value;
}

/** Has the side panels show a capture, or why there is none. */
export const showInPanels = (own: TestPage, capture: string | null, failure: string | null = null): Promise<void> =>
  own.evaluate(
    async (shown) => {
      const { browser, chrome: chromium } = globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome };
      const api = browser ?? chromium;
      for (const { id } of await api.windows.getAll()) await api.storage.session.set({ [`panel:${id}`]: shown });
    },
    { capture, failure },
  );
