import { sha256 } from '@noble/hashes/sha2.js';
import { formatItem, formatState } from '../core/backup/backup-format.ts';
import { LIMITS } from '../core/model/limits.ts';
import { RECORD_KINDS } from '../core/packs/diff-packs.ts';
import { bodyOf } from '../core/packs/pack-patch.ts';
import { readBackupState } from '../storage/backup-state.ts';
import { walkRecords } from '../storage/compare-versions.ts';
import type { Database, PackRow } from '../storage/database.ts';
import { listPacks } from '../storage/pack-store.ts';
import type { StorageArea } from '../storage/settings-store.ts';

/** Characters that are packed at once. */
const CHUNK_LENGTH = 256 * 1024;

export type BackupSource = { readonly database: Database; readonly area: StorageArea };

export type BackupChoices = {
  /** Whether the secrets of private addresses go with it. */
  readonly withTokens: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
};

/**
 * Everything a user has in one gzip file: packs in the version that is in use, their order and state, settings, privacy,
 * subscriptions, corrections, unfinished captures. Streamed: only a piece of it is in memory at a time, and the browser keeps the rest on disk as
 * it likes. Nobody may import meanwhile.
 *
 * @throws whatever the store throws, and for a record that no backup could give back.
 */
export function writeBackup(source: BackupSource, choices: BackupChoices): Promise<Blob> {
  const chunks = encodeLines(withEnd(backupLines(source, choices)));
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
  });
  const packed = stream.pipeThrough(new CompressionStream('gzip'));
  return new Response(packed, { headers: { 'content-type': 'application/gzip' } }).blob();
}

async function* backupLines(
  { database, area }: BackupSource,
  { withTokens, now }: BackupChoices,
): AsyncGenerator<string> {
  const [packs, stored] = await Promise.all([listPacks(database), readBackupState(area)]);
  const subscriptions = stored.subscriptions.map((entry) => (withTokens ? entry : { ...entry, token: null }));
  const counts = {
    packs: packs.length,
    subscriptions: subscriptions.length,
    corrections: stored.corrections.length,
  };
  yield* formatState({ savedAt: now, hasTokens: withTokens, counts }, { ...stored, subscriptions });
  for (const pack of packs) yield* packLines(database, pack);
}

async function* packLines(
  database: Database,
  { id, order, enabled, declined, active }: PackRow,
): AsyncGenerator<string> {
  const { header, layers, importedAt, origin } = active;
  yield formatItem({ type: 'pack', body: { id, order, enabled, declined, importedAt, origin } });
  yield JSON.stringify(header);
  for (const kind of RECORD_KINDS)
    for await (const { record } of walkRecords(database, layers, kind))
      yield JSON.stringify({ [kind]: bodyOf(record) });
}

/** The lines with their ends, and after them the line by which a reader sees that none is missing. */
async function* withEnd(lines: AsyncIterable<string>): AsyncGenerator<string> {
  const hash = sha256.create();
  const encoder = new TextEncoder();
  let count = 0;
  for await (const line of lines) {
    if (line.length > LIMITS.backupLineLength)
      throw new Error(`A record is too long for a backup: ${line.slice(0, 80)}…`);
    count++;
    hash.update(encoder.encode(`${line}\n`));
    yield `${line}\n`;
  }
  yield `${formatItem({ type: 'end', body: { lines: count, sha256: hash.digest().toHex() } })}\n`;
}

async function* encodeLines(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let chunk = '';
  for await (const line of lines) {
    chunk += line;
    if (chunk.length < CHUNK_LENGTH) continue;
    yield encoder.encode(chunk);
    chunk = '';
  }
  yield encoder.encode(chunk);
}
