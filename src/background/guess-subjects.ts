import { MAX_CHOICES, type EntityChoice } from '../core/capture/capture.ts';
import { sentenceOf } from '../core/capture/begin-capture.ts';
import type { Clip } from '../core/capture/clip.ts';
import { guessEntities } from '../core/capture/guess-entities.ts';
import { LIMITS } from '../core/model/limits.ts';
import type { Connection } from '../storage/connection.ts';
import { findByName } from '../storage/find-by-name.ts';
import { DESCRIBE_LIMIT_MS, describeTab } from './describe-tab.ts';
import type { TabRegistry } from './tab-registry.ts';
import { sendToTab, type TabsApi } from './tabs.ts';

export type GuessPorts = {
  readonly connection: Connection;
  readonly tabs: TabsApi;
  readonly registry: TabRegistry;
};

/**
 * Whom a clip may be about, likeliest first, as the linker of the page sees it. Where none is at work (the site is switched off, a
 * viewer of files), whoever bears the very words as a name.
 */
export async function guessSubjects(ports: GuessPorts, tab: number, clip: Clip): Promise<EntityChoice[]> {
  const { tabs, registry, connection } = ports;
  // The page itself, too, which may not have reported yet.
  const frames = new Set([0, ...(await registry.frames(tab))]);
  const answers = await Promise.all(
    [...frames].map((frame) => sendToTab(tabs, tab, frame)('tab.selectedNames', {}, DESCRIBE_LIMIT_MS)),
  );
  const names = answers.flatMap((answer) => (answer.ok ? answer.value : []));
  const guesses = guessEntities(names, sentenceOf(clip), (await describeTab(ports, tab)).mentions);
  const words = clip.selection.trim();
  return guesses.length > 0 || words.length > LIMITS.nameLength
    ? guesses
    : (await findByName(await connection(), words)).slice(0, MAX_CHOICES);
}
