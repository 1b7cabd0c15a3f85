import * as v from 'valibot';
import { canonicalJson } from '../packs/diff-packs.ts';

/** Of an item's key: the longest is a correction, which is its own key. */
const MAX_KEY_LENGTH = 2048;

/**
 * The latest word about one item of what devices share: its value, or that it was taken away. The removal of a record keeps its last
 * value, for one that something still refers to must be able to come back.
 */
export const syncEntrySchema = v.strictObject({
  key: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_KEY_LENGTH)),
  value: v.unknown(),
  isRemoved: v.boolean(),
  /** When it was said, in milliseconds since the epoch; 0 for what a device had when it joined. */
  at: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** The device that said it. */
  device: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
});

export type SyncEntry = Readonly<v.InferOutput<typeof syncEntrySchema>>;

/** What a device knows of all items, by key. */
export type Replica = ReadonlyMap<string, SyncEntry>;

/** What is shared, item by item: JSON values by key. */
export type SyncItems = ReadonlyMap<string, unknown>;

export const isSameEntry = (a: SyncEntry | undefined, b: SyncEntry | undefined): boolean =>
  a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b);

/** Whether two entries come to the same for the user, whoever said it and when. */
export const saysTheSame = (a: SyncEntry, b: SyncEntry): boolean =>
  a.isRemoved === b.isRemoved && (a.isRemoved || canonicalJson(a.value) === canonicalJson(b.value));
