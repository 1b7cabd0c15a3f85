import type { AliasIndex } from '../../../src/core/matching/alias-index.ts';
import { findCandidates } from '../../../src/core/matching/find-candidates.ts';
import { matchPageKeys } from '../../../src/core/matching/match-page-keys.ts';
import { createPageKeysCollector } from '../../../src/core/matching/page-keys.ts';
import { decodeMatches, encodeMatches, encodePageKeys } from '../../../src/messaging/page-keys-wire.ts';
import { medianTime } from './median-time.ts';

/** What a page costs the tab: with the whole index there, and by page keys with it elsewhere; and the background, in ms. */
export async function measureTabCost(small: AliasIndex, large: AliasIndex, paragraphs: readonly string[]) {
  const collector = createPageKeysCollector();
  let background = 0;
  let sentBytes = 0;
  const local = (): number => paragraphs.reduce((total, text) => total + findCandidates(small, text).length, 0);
  /** As the remote spotter does it; what the background does in between is timed apart. */
  const remote = (): number => {
    let found = 0;
    background = 0;
    const send = (): void => {
      const keys = collector.keys();
      sentBytes += encodePageKeys(keys).order.length;
      const began = performance.now();
      const answer = encodeMatches(matchPageKeys(large, keys));
      background += performance.now() - began;
      for (const match of decodeMatches(answer)) found += collector.locate(match).end > 0 ? 1 : 0;
      collector.clear();
    };
    for (const text of paragraphs) {
      collector.add(text, 0);
      if (collector.isFull()) send();
    }
    send();
    return found;
  };
  const tab: number[] = [];
  const away: number[] = [];
  const near: number[] = [];
  for (let round = 0; round < 41; round++) {
    near.push(await medianTime(local, 1));
    const whole = await medianTime(remote, 1);
    tab.push(whole - background);
    away.push(background);
  }
  const median = (times: readonly number[]): number =>
    times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  if (sentBytes === 0) throw new Error('nothing was sent');
  return { local: median(near), tab: median(tab), background: median(away) };
}
