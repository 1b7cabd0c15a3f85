import * as v from 'valibot';
import { syncEntrySchema, type SyncEntry } from './sync-entry.ts';

/** Why devices could not be brought together. */
export const SYNC_FAILURES = ['too-large', 'refused'] as const;

const time = v.nullable(v.pipe(v.number(), v.finite()));

export const syncFailureSchema = v.strictObject({
  code: v.picklist(SYNC_FAILURES),
  /** What the browser said, or how large it is. */
  detail: v.pipe(v.string(), v.maxLength(500)),
});

const MAX_CONFLICTS = 100;

/** What a device keeps about sharing, beside what is shared. */
export const syncMemorySchema = v.object({
  isOn: v.boolean(),
  device: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  /** Milliseconds since the epoch. */
  syncedAt: time,
  /** What this device takes of the room there is. */
  bytes: v.number(),
  failure: v.nullable(syncFailureSchema),
  /** Everything any device said, as far as this one knows. */
  replica: v.array(syncEntrySchema),
  /** Keys of what this device could not take over. */
  unapplied: v.array(v.string()),
  /** Whether this device has shared before: until then, what others said counts more. */
  hasJoined: v.boolean(),
  conflicts: v.pipe(
    v.array(v.strictObject({ key: v.string(), kept: syncEntrySchema, lost: syncEntrySchema })),
    v.maxLength(MAX_CONFLICTS),
  ),
});

export type SyncFailure = v.InferOutput<typeof syncFailureSchema>;
export type SyncMemory = Readonly<v.InferOutput<typeof syncMemorySchema>>;

/** Keeps the newest conflicts, one for each item. */
export function addConflicts(known: SyncMemory['conflicts'], added: SyncMemory['conflicts']): SyncMemory['conflicts'] {
  const byKey = new Map([...known, ...added].map((conflict) => [conflict.key, conflict]));
  return [...byKey.values()].slice(-MAX_CONFLICTS);
}

/** A device that shares. */
export type SyncDevice = { readonly id: string; readonly name: string; readonly writtenAt: number };

/** One item of which two devices said different things, in words. */
export type ShownConflict = { readonly key: string; readonly kept: string; readonly lost: string };

/** What the user is shown of sharing between devices. */
export type SyncStatus = {
  readonly isOn: boolean;
  readonly syncedAt: number | null;
  readonly bytes: number;
  readonly capacity: number;
  readonly failure: SyncFailure | null;
  readonly others: readonly SyncDevice[];
  readonly conflicts: readonly ShownConflict[];
};

/** An item's value in one line: a note's text, a record's name or statement, a plain value as it is. */
export function describeEntry({ value, isRemoved }: SyncEntry): string {
  if (isRemoved) return '';
  const text = findText(value);
  return text ?? JSON.stringify(value);
}

const SPEAKING_FIELDS = ['text', 'statement', 'name', 'title', 'url', 'verdict'] as const;

function findText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return null;
  const fields = new Map(Object.entries(value));
  for (const name of SPEAKING_FIELDS) {
    const text = fields.get(name);
    if (typeof text === 'string') return text;
  }
  for (const part of fields.values()) {
    const text = typeof part === 'object' ? findText(part) : null;
    if (text !== null) return text;
  }
  return null;
}
