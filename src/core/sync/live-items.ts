import type { PackRecord } from '../model/fact-pack.ts';
import { bodyOf } from '../packs/pack-patch.ts';
import { parseRecord } from '../packs/parse-record.ts';
import { usesOf } from '../packs/record-uses.ts';
import type { Replica, SyncItems } from './sync-entry.ts';

/**
 * What a replica says there is. A record that was taken away on one device, while a fact was tied to it on another, is there still:
 * the user's pack must stay whole on all of them. Which are, follows from the replica alone, so that devices agree.
 */
export function liveItems(replica: Replica): SyncItems {
  const live = new Map<string, unknown>();
  for (const [key, { value, isRemoved }] of replica) if (!isRemoved) live.set(key, value);
  const waiting = [...live.keys()];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop())
    for (const needed of neededBy(key, live.get(key))) {
      const entry = replica.get(needed);
      if (live.has(needed) || entry === undefined) continue;
      live.set(needed, entry.value);
      waiting.push(needed);
    }
  return live;
}

function neededBy(key: string, value: unknown): string[] {
  if (!key.startsWith('own ') || typeof value !== 'object' || value === null) return [];
  const record = parseRecord({ ...value }, 0);
  return record.ok ? usesOf(record.value).map(({ kind, id }) => `own ${kind} ${id}`) : [];
}

/** The records without those that refer to one that is not among them: with them, the user's own pack would be refused whole. */
export function withoutDangling(records: readonly PackRecord[]): readonly PackRecord[] {
  const keys = new Set(records.map((record) => `${record.type} ${bodyOf(record).id}`));
  const sound = records.filter((record) => usesOf(record).every(({ kind, id }) => keys.has(`${kind} ${id}`)));
  return sound.length === records.length ? records : withoutDangling(sound);
}
