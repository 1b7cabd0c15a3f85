import { LIMITS } from '../model/limits.ts';
import { parseJsonObject } from '../packs/parse-record.ts';
import * as v from 'valibot';
import { findConflicts, type SyncConflict } from './find-conflicts.ts';
import { joinReplica, stampChanges } from './stamp-changes.ts';
import { mergeReplicas } from './merge-replicas.ts';
import { syncEntrySchema, type Replica, type SyncEntry, type SyncItems } from './sync-entry.ts';

export type SyncInput = {
  /** What this device knew when it was last brought up to date. */
  readonly replica: Replica;
  readonly unapplied: ReadonlySet<string>;
  readonly hasJoined: boolean;
  /** What it has now. */
  readonly items: SyncItems;
  /** What the other devices say. */
  readonly others: Replica;
  readonly now: number;
  readonly device: string;
  /** The devices that have something in the account. */
  readonly present: ReadonlySet<string>;
};

/** Of the words that a device had before it joined, only those that somebody wrote are worth a question. */
const WRITTEN = /^(?:note|own|merge) /;

/** Brings what was changed here together with what was changed elsewhere. */
export function syncDevices(input: SyncInput): {
  readonly merged: Replica;
  readonly conflicts: readonly SyncConflict[];
} {
  const { replica, hasJoined, items, others, now, device } = input;
  const own = hasJoined ? stampChanges(replica, items, input) : joinReplica(items, others, now, device);
  const said = hasJoined ? own : new Map([...own].filter(([key]) => others.get(key)?.isRemoved !== false));
  const merged = adopt(mergeReplicas(replica, said, others), input);
  const conflicts = findConflicts(replica, own, others, merged);
  return { merged, conflicts: hasJoined ? conflicts : conflicts.filter(({ key }) => WRITTEN.test(key)) };
}

/** Takes over the words of devices that are no longer in the account, for those who come later to hear them. */
const adopt = (merged: Replica, { present, device }: SyncInput): Replica =>
  new Map([...merged].map(([key, entry]) => [key, present.has(entry.device) ? entry : { ...entry, device }]));

/** The words of one device, a line each, for the others to read. */
export const formatEntries = (replica: Replica, device: string): string =>
  [...replica.values()]
    .filter((entry) => entry.device === device)
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map((entry) => `${JSON.stringify(entry)}\n`)
    .join('');

/** Reads them; lines that are unsound, or not that device's words, are passed over. */
export function parseEntries(text: string, device: string): SyncEntry[] {
  return text.split('\n').flatMap((line) => {
    const json = parseJsonObject(line, 0, LIMITS.lineBytes);
    const entry = json.ok ? v.safeParse(syncEntrySchema, json.value) : null;
    return entry?.success === true && entry.output.device === device ? [entry.output] : [];
  });
}
