import type { OrdinaryWordFinder } from '../core/linking/analyzer.ts';
import { LIMITS } from '../core/model/limits.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import { parseHeaderLine } from '../core/packs/parse-record.ts';
import { splitLines } from '../core/packs/split-lines.ts';
import { err, type Result } from '../core/model/result.ts';
import type { Connection } from '../storage/connection.ts';
import type { PackRow } from '../storage/database.ts';
import { sweepGenerations } from '../storage/sweep-generations.ts';
import { importPack } from '../storage/import-pack.ts';
import { listPacks } from '../storage/pack-store.ts';
import { readUpload, removeOldUploads, removeUpload } from '../storage/upload-store.ts';

/** Imports packs, one at a time across all contexts of the extension. */
export type ImportService = {
  importUpload(ticket: number): Promise<Result<PackRow, readonly PackProblem[]>>;
  /** Installs the pack that ships with the extension, unless that version of it, or a newer one, is there already. */
  installDefault(): Promise<void>;
  /** Removes what imports that were cut off have left behind. */
  tidy(): Promise<void>;
};

export type ImportPorts = {
  readonly connection: Connection;
  readonly findOrdinaryWords: OrdinaryWordFinder;
  readonly fetchDefaultPack: () => Promise<ReadableStream<Uint8Array>>;
  readonly now: () => number;
  /** Runs work while nobody else imports. */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  readonly onInstalled: () => Promise<void>;
};

const DEFAULT_PACK_ID = 'china-ai';
/** An upload that nobody imported by then was left behind by a browser that was closed. */
const UPLOAD_LIFE_MS = 24 * 60 * 60 * 1000;

export function createImportService({
  connection,
  findOrdinaryWords,
  fetchDefaultPack,
  now,
  exclusively,
  onInstalled,
}: ImportPorts): ImportService {
  const importStream = async (stream: ReadableStream<Uint8Array>) => {
    const database = await connection();
    const result = await importPack(database, splitLines(decode(stream)), { now: now(), findOrdinaryWords });
    if (result.ok) await onInstalled();
    return result;
  };
  return {
    importUpload: (ticket) =>
      exclusively(async () => {
        const database = await connection();
        const upload = await readUpload(database, ticket);
        if (upload === undefined) return err([unreadable('The chosen file is no longer there. Choose it again.')]);
        try {
          return await importStream(upload.file.stream());
        } catch (error) {
          return err([unreadable(explain(error))]);
        } finally {
          await removeUpload(database, ticket);
        }
      }),
    installDefault: () =>
      exclusively(async () => {
        const installed = await listPacks(await connection());
        const present = installed.find((pack) => pack.id === DEFAULT_PACK_ID);
        if (present !== undefined && present.active.header.version >= (await versionOf(await fetchDefaultPack())))
          return;
        const result = await importStream(await fetchDefaultPack());
        if (!result.ok) throw new Error(`The default pack is unsound: ${result.error[0]?.message ?? ''}`);
      }),
    tidy: () =>
      exclusively(async () => {
        const database = await connection();
        await sweepGenerations(database);
        await removeOldUploads(database, now() - UPLOAD_LIFE_MS);
      }),
  };
}

/** The version in the header of a pack; 0 if it has none. */
async function versionOf(stream: ReadableStream<Uint8Array>): Promise<number> {
  for await (const line of splitLines(decode(stream))) {
    const header = parseHeaderLine(line, 1);
    return header.ok ? header.value.version : 0;
  }
  return 0;
}

/** UTF-8 to text, chunk by chunk; throws on bytes that are not UTF-8, and on more of them than a pack may have. */
async function* decode(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = stream.getReader();
  let bytes = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    bytes += read.value.byteLength;
    if (bytes > LIMITS.packBytes) throw new RangeError('the pack is too large');
    yield decoder.decode(read.value, { stream: true });
  }
  yield decoder.decode();
}

const unreadable = (message: string): PackProblem => ({ code: 'unreadable-file', line: 0, field: '', message });

function explain(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'RangeError') return `The file is larger than ${LIMITS.packBytes / 1024 / 1024} MB. Split the pack.`;
  if (name === 'QuotaExceededError') return 'There is not enough disk space for this pack. Your packs are unchanged.';
  if (name === 'TypeError') return 'The file is not UTF-8 text. Save it as UTF-8 and import it again.';
  return `The pack could not be stored (${error instanceof Error ? error.message : String(error)}). Your packs are unchanged.`;
}
