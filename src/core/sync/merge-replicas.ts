import { canonicalJson } from '../packs/diff-packs.ts';
import type { Replica, SyncEntry } from './sync-entry.ts';

/**
 * Everything that any of the replicas knows; of two words about one item the later counts. A last-writer-wins map, after Shapiro,
 * Preguiça, Baquero and Zawirski, "Conflict-free Replicated Data Types" (2011): merging is commutative, associative and idempotent,
 * so devices that have seen the same words agree, in whatever order those came.
 */
export function mergeReplicas(...replicas: readonly Replica[]): Replica {
  const merged = new Map<string, SyncEntry>();
  for (const replica of replicas)
    for (const [key, entry] of replica) {
      const known = merged.get(key);
      if (known === undefined || compareEntries(known, entry) < 0) merged.set(key, entry);
    }
  return merged;
}

/** Negative if `b` counts. Words of the same moment are told apart by their devices, and then by what they say. */
export function compareEntries(a: SyncEntry, b: SyncEntry): number {
  if (a.at !== b.at) return a.at - b.at;
  const [left, right] = [`${a.device} ${canonicalJson(a)}`, `${b.device} ${canonicalJson(b)}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
