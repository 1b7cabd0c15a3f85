import * as v from 'valibot';
import { parseEntries } from '../core/sync/sync-devices.ts';
import type { SyncEntry } from '../core/sync/sync-entry.ts';
import type { SyncDevice } from '../core/sync/sync-status.ts';
import { unpackText } from '../updating/unpack.ts';

/** The part of `storage.sync` that is used here. */
export type AccountArea = {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
};

/** What an account holds for one extension, in bytes: https://developer.chrome.com/docs/extensions/reference/api/storage#property-sync */
export const ACCOUNT_BYTES = 102_400;
/** An item holds 8 192 bytes, its key and the quotation marks among them. */
const CHUNK_LENGTH = 8000;
/** What a slot may unpack to. */
const MAX_SLOT_BYTES = 8 * 1024 * 1024;

const PREFIX = 'device-';

/**
 * Each device writes only items of its own, so that two that write at once cannot mix what they say: a head, and the packed lines of
 * its entries in as many chunks as are needed.
 */
const headSchema = v.strictObject({
  chunks: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(512)),
  /** Length of all chunks together: some of another time are noticed before they are unpacked. */
  length: v.pipe(v.number(), v.integer(), v.minValue(0)),
  name: v.pipe(v.string(), v.maxLength(100)),
  writtenAt: v.pipe(v.number(), v.safeInteger()),
});

export type AccountSlot = { readonly device: SyncDevice; readonly entries: readonly SyncEntry[] };

export class AccountFullError extends Error {
  override readonly name = 'AccountFullError';
  readonly bytes: number;
  constructor(bytes: number) {
    super(`${bytes} bytes`);
    this.bytes = bytes;
  }
}

/** What every device has put into the account. One that is still on its way, or unsound, says nothing. */
export async function readSlots(area: AccountArea): Promise<AccountSlot[]> {
  const items = await area.get(null);
  const slots: AccountSlot[] = [];
  for (const [key, value] of Object.entries(items)) {
    const id = /^device-([0-9a-f]{16})$/.exec(key)?.[1];
    const head = v.safeParse(headSchema, value);
    if (id === undefined || !head.success) continue;
    const { chunks, length, name, writtenAt } = head.output;
    const parts = Array.from({ length: chunks }, (_, number) => items[`${PREFIX}${id}-${number}`]);
    const packed = parts.every((part) => typeof part === 'string') ? parts.join('') : '';
    const text = packed.length === length ? await unpackSlot(packed) : null;
    slots.push({ device: { id, name, writtenAt }, entries: text === null ? [] : parseEntries(text, id) });
  }
  return slots;
}

/**
 * Writes what this device says, and gives the bytes it takes.
 *
 * @throws AccountFullError if there is not the room; what was there before is there still.
 * @throws whatever the browser throws.
 */
export async function writeSlot(area: AccountArea, { id, name, writtenAt }: SyncDevice, text: string): Promise<number> {
  const packed = await packSlot(text);
  const chunks = Math.ceil(packed.length / CHUNK_LENGTH);
  const head: v.InferOutput<typeof headSchema> = { chunks, length: packed.length, name, writtenAt };
  const items: Record<string, unknown> = { [PREFIX + id]: head };
  for (let number = 0; number < chunks; number++)
    items[`${PREFIX}${id}-${number}`] = packed.slice(number * CHUNK_LENGTH, (number + 1) * CHUNK_LENGTH);
  const present = await area.get(null);
  const own = Object.keys(present).filter((key) => key.startsWith(PREFIX + id));
  const others = Object.entries(present).filter(([key]) => !own.includes(key));
  const bytes = sizeOf(Object.entries(items));
  if (sizeOf(others) + bytes > ACCOUNT_BYTES) throw new AccountFullError(sizeOf(others) + bytes);
  await area.set(items);
  await area.remove(own.filter((key) => !(key in items)));
  return bytes;
}

/** Takes away what a device has written; without one, what all have. */
export async function removeSlots(area: AccountArea, device: string | null): Promise<void> {
  const prefix = PREFIX + (device ?? '');
  await area.remove(Object.keys(await area.get(null)).filter((key) => key.startsWith(prefix)));
}

/** As the browsers count: the key, and the value as JSON. */
const sizeOf = (items: readonly (readonly [string, unknown])[]): number =>
  items.reduce((sum, [key, value]) => sum + key.length + JSON.stringify(value).length, 0);

async function packSlot(text: string): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer()).toBase64();
}

async function unpackSlot(packed: string): Promise<string | null> {
  try {
    let text = '';
    for await (const part of unpackText(new Blob([Uint8Array.fromBase64(packed)]), () => {}, MAX_SLOT_BYTES))
      text += part;
    return text;
  } catch {
    // Chunks of two times, or no chunks of ours: the next word of that device mends it.
    return null;
  }
}
