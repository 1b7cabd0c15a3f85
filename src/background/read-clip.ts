import * as v from 'valibot';
import { bareClip, clipSchema, type Clip } from '../core/capture/clip.ts';
import { tidyUrl } from '../core/capture/tidy-url.ts';
import type { ScriptingApi, TabsApi } from './tabs.ts';

/** What the browser's menu says of the selection, where it was the menu that was chosen. */
export type MenuSelection = { readonly text: string; readonly frame: number | null };

/**
 * What is selected in a tab, with what the page says of itself: read by a script that is put in for this one act. Where none can
 * run (a viewer of PDF files), what the browser says. Null if nothing is selected.
 */
export async function readClip(
  { tabs, scripting }: { readonly tabs: TabsApi; readonly scripting: ScriptingApi },
  tab: number,
  menu: MenuSelection | null,
): Promise<Clip | null> {
  const frames = menu?.frame === undefined || menu.frame === null ? { allFrames: true } : { frameIds: [menu.frame] };
  const answers = await scripting
    .executeScript({ target: { tabId: tab, ...frames }, files: ['/clipping.js'] })
    .catch(() => []);
  const clip = resultsOf(answers).find((found) => found !== null) ?? null;
  const { url = '', title = '' } = await tabs.get(tab);
  // A frame that has no address of its own belongs to the page around it.
  if (clip !== null) return tidyUrl(clip.url) === null ? { ...clip, url, title: clip.title || title } : clip;
  return menu === null || menu.text.trim() === '' ? null : bareClip(menu.text, url, title);
}

const answerSchema = v.array(v.object({ result: v.unknown() }));

/** What the frames answered, the first of the page first. A page cannot forge it, but what it says is in there. */
function resultsOf(answers: unknown): (Clip | null)[] {
  const parsed = v.safeParse(answerSchema, answers);
  if (!parsed.success) return [];
  return parsed.output.map(({ result }) => {
    const clip = v.safeParse(clipSchema, result);
    return clip.success ? clip.output : null;
  });
}
