import { CLIP_CAPS } from '../core/capture/clip-caps.ts';
import type { Clip } from '../core/capture/clip.ts';
import { readAddress, readBylines, readJsonLd, readLanguage, readMetas, readTimes, readTitle } from './page-data.ts';
import { readSelection } from './selection.ts';

/**
 * What this frame says at the moment of a capture; null if nothing is selected in it. Reads only, and only text; every text is cut
 * to its cap. The page may lie in all of it.
 */
export function readClip(): Clip | null {
  const selected = readSelection();
  if (selected === null) return null;
  const { container, ...text } = selected;
  return {
    ...text,
    ...readAddress(),
    title: readTitle().slice(0, CLIP_CAPS.text),
    language: readLanguage(container).slice(0, CLIP_CAPS.text),
    metas: readMetas(),
    jsonLd: readJsonLd(),
    times: readTimes(),
    bylines: readBylines(),
  };
}
