import { canonicalJson } from '../packs/diff-packs.ts';
import type { Replica, SyncEntry, SyncItems } from './sync-entry.ts';

/** A removal that no device can still be unaware of, unless it was away for half a year. */
const REMOVAL_LIFE_MS = 180 * 24 * 60 * 60 * 1000;

export type StampOptions = {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly device: string;
  /** Keys of what the replica knows and this device could not take over: what it has there instead says nothing. */
  readonly unapplied: ReadonlySet<string>;
};

/**
 * The replica with what has changed on this device since it was last brought up to date, stamped with the time of now, or one
 * later than the word it follows: a clock that is behind must not make a change lose against what its author had before him.
 */
export function stampChanges(replica: Replica, items: SyncItems, { now, device, unapplied }: StampOptions): Replica {
  const stamped = new Map(replica);
  const stamp = (key: string, value: unknown, isRemoved: boolean): void => {
    const at = Math.max(now, (replica.get(key)?.at ?? -1) + 1);
    stamped.set(key, { key, value, isRemoved, at, device });
  };
  for (const [key, value] of items) {
    const known = replica.get(key);
    if (unapplied.has(key)) continue;
    if (known === undefined || known.isRemoved || !isEqual(known, value)) stamp(key, value, false);
  }
  for (const [key, { value, isRemoved, at }] of replica) {
    if (!isRemoved && !items.has(key) && !unapplied.has(key)) stamp(key, key.startsWith('own ') ? value : null, true);
    else if (isRemoved && at < now - REMOVAL_LIFE_MS && !items.has(key)) stamped.delete(key);
  }
  return stamped;
}

/**
 * What a device that joins others has itself, as old as can be: what they say counts, but nothing of its own is taken away because
 * they removed it once.
 */
export const joinReplica = (items: SyncItems, others: Replica, now: number, device: string): Replica =>
  new Map(
    [...items].map(([key, value]) => {
      const at = others.get(key)?.isRemoved === true ? Math.max(now, (others.get(key)?.at ?? 0) + 1) : 0;
      return [key, { key, value, isRemoved: false, at, device }];
    }),
  );

const isEqual = ({ value }: SyncEntry, other: unknown): boolean => canonicalJson(value) === canonicalJson(other);
