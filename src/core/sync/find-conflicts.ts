import { isSameEntry, saysTheSame, type Replica, type SyncEntry } from './sync-entry.ts';

/** Two devices said something different of one item, each without knowing of the other. */
export type SyncConflict = { readonly key: string; readonly kept: SyncEntry; readonly lost: SyncEntry };

/**
 * What was said both here and elsewhere since this device was last brought up to date.
 *
 * @param before what this device knew then
 * @param own the same with its own changes
 * @param merged the same with what the others said
 */
export function findConflicts(before: Replica, own: Replica, others: Replica, merged: Replica): SyncConflict[] {
  const conflicts: SyncConflict[] = [];
  for (const [key, mine] of own) {
    const theirs = others.get(key);
    const kept = merged.get(key);
    if (theirs === undefined || kept === undefined || saysTheSame(mine, theirs)) continue;
    const isNewHere = !isSameEntry(mine, before.get(key));
    const isNewThere = !isSameEntry(theirs, before.get(key)) && !isSameEntry(theirs, own.get(key));
    const isKnownBefore = (before.get(key)?.at ?? -1) >= theirs.at;
    if (isNewHere && isNewThere && !isKnownBefore)
      conflicts.push({ key, kept, lost: isSameEntry(kept, mine) ? theirs : mine });
  }
  return conflicts;
}
