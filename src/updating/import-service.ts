import type { OrdinaryWordFinder } from '../core/linking/analyzer.ts';
import type { PackHeader } from '../core/model/fact-pack.ts';
import { err, ok, type Result } from '../core/model/result.ts';
import type { ImportJob } from '../core/packs/import-job.ts';
import { judgeReplacement } from '../core/packs/judge-replacement.ts';
import { FROM_FILE, fromAddress, type PackOrigin } from '../core/packs/pack-origin.ts';
import { isPatchLine } from '../core/packs/parse-patch.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import { parseHeaderLine } from '../core/packs/parse-record.ts';
import { splitLines } from '../core/packs/split-lines.ts';
import type { Connection } from '../storage/connection.ts';
import type { Database, PackRow } from '../storage/database.ts';
import { importPack } from '../storage/import-pack.ts';
import { listPacks } from '../storage/pack-store.ts';
import { sweepGenerations } from '../storage/sweep-generations.ts';
import { findImported, listUploads, readUpload, removeOldUploads, removeUpload } from '../storage/upload-store.ts';
import { unreadable } from '../storage/explain-store-error.ts';
import { explainImportError } from './explain-import-error.ts';
import { importPatchLines } from './import-patch-lines.ts';
import { createJobList, type RunningJob } from './job-list.ts';
import { unpackText } from './unpack.ts';

type Outcome = Result<PackRow, readonly PackProblem[]>;

/** A file that an update has fetched and verified. */
export type FetchedFile = {
  readonly file: Blob;
  /** How the pack is called. */
  readonly title: string;
  readonly origin: PackOrigin;
  /** What the manifest says is in it. */
  readonly pack: string;
  readonly version: number;
  /** Whether it is put in use at once; otherwise it waits for the user's consent. */
  readonly isApplied: boolean;
};

/** Imports packs, one at a time across all contexts of the extension. */
export type ImportService = {
  /** Imports a file that was put aside: a pack, or a patch of one that is installed. */
  importUpload(ticket: number): Promise<Outcome>;
  /** Imports what an update has fetched. */
  importFetched(fetched: FetchedFile): Promise<Outcome>;
  /** Counts other work, a download, among what is under way. */
  track<T>(work: (job: RunningJob) => Promise<T>): Promise<T>;
  /** Stops an import; what it had written goes. */
  cancel(ticket: number): void;
  /** The imports that are under way or wait their turn. */
  jobs(): readonly ImportJob[];
  /** Goes on with the imports that a crash cut off, as if nothing had happened. */
  resume(): Promise<void>;
  /** Installs the pack that ships with the extension, unless that version of it, or a newer one, is there already. */
  installDefault(): Promise<void>;
  /** Removes what imports that were cut off have left behind. */
  tidy(): Promise<void>;
};

export type ImportPorts = {
  readonly connection: Connection;
  readonly findOrdinaryWords: OrdinaryWordFinder;
  readonly fetchDefaultPack: () => Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
  /** Whether the user took a pack away: then it does not come back by itself. */
  readonly wasRemoved: (pack: string) => Promise<boolean>;
  readonly now: () => number;
  /** Runs work while nobody else imports. */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  /** The packs that are subscribed to. */
  readonly subscribedPacks: () => Promise<ReadonlySet<string>>;
  /** Called when a file took the place of a pack that was subscribed to: what is announced there is no longer about it. */
  readonly endSubscription: (pack: string) => Promise<void>;
  /** Called when other facts are in use than before. */
  readonly onInstalled: () => Promise<void>;
};

const FILE_IS_GONE = 'The chosen file is no longer there. Choose it again.';
const MAX_REMEMBERED = 20;
const DEFAULT_PACK_ID = 'china-ai';
/** An upload that nobody imported by then was left behind by a browser that was closed. */
const UPLOAD_LIFE_MS = 24 * 60 * 60 * 1000;

export function createImportService(ports: ImportPorts): ImportService {
  const { connection, findOrdinaryWords, fetchDefaultPack, wasRemoved, now, exclusively, onInstalled } = ports;
  const { subscribedPacks, endSubscription } = ports;
  const jobs = createJobList(now);
  /** How the last imports ended: whoever asked may have lost the connection and ask again. */
  const ended = new Map<number, Outcome>();
  const remember = (ticket: number, outcome: Outcome): Outcome => {
    ended.set(ticket, outcome);
    if (ended.size > MAX_REMEMBERED) ended.delete(ended.keys().next().value ?? 0);
    return outcome;
  };

  /** What is left to do once it is settled whether the facts of an upload are in use. None of it can change that any more. */
  const close = async (database: Database, ticket: number, outcome: Outcome): Promise<Outcome> => {
    // An index that could not be written is built at the next start; a file that could not be removed is looked at again there.
    if (outcome.ok) await onInstalled().catch(() => {});
    await removeUpload(database, ticket).catch(() => {});
    return remember(ticket, outcome);
  };

  const importUpload = (ticket: number): Promise<Outcome> =>
    jobs.run(ticket, (job) =>
      exclusively(async () => {
        const database = await connection();
        const upload = await readUpload(database, ticket);
        // A crash may have come after the new version was in use, and before anybody heard of it.
        const imported = await findImported(database, ticket);
        if (upload === undefined)
          return ended.get(ticket) ?? (imported === null ? err([unreadable(FILE_IS_GONE)]) : ok(imported));
        // Somebody else's: it stays where it is.
        if (upload.restore !== undefined) return err([unreadable('That file is a backup. Restore it instead.')]);
        if (imported !== null) {
          await sweepGenerations(database).catch(() => {});
          return close(database, ticket, ok(imported));
        }
        try {
          job.begin(upload.name, upload.file.size);
          const { isPatch, lines } = await openLines(upload.file, job.read);
          const origin = upload.address === undefined ? FROM_FILE : fromAddress(upload.address);
          const judge = upload.isMeant === true ? () => null : await judgeByInstalled();
          const options = { now: now(), origin, findOrdinaryWords, upload: ticket, judge };
          const result = isPatch
            ? await importPatchLines(database, lines, { ...options, isApplied: true })
            : await importPack(database, lines, { ...options, onProgress: job.records, signal: job.signal });
          job.enter('indexing');
          if (result.ok && (await subscribedPacks()).has(result.value.id)) await endSubscription(result.value.id);
          return await close(database, ticket, result);
        } catch (error) {
          return close(database, ticket, err([explainImportError(error)]));
        }
      }),
    );

  const judgeByInstalled = async (): Promise<(header: PackHeader) => PackProblem | null> => {
    const subscribed = await subscribedPacks();
    const installed = new Map((await listPacks(await connection())).map(({ id, active }) => [id, active]));
    return (header) => {
      const active = installed.get(header.id);
      const { version } = active?.header ?? { version: 0 };
      return judgeReplacement(
        header,
        active && { version, origin: active.origin, isSubscribed: subscribed.has(header.id) },
      );
    };
  };

  return {
    importUpload,
    track: jobs.runNew,
    importFetched: ({ file, title, origin, pack, version, isApplied }) =>
      jobs.runNew((job) =>
        exclusively(async () => {
          job.begin(title, file.size);
          const database = await connection();
          try {
            const { isPatch, lines } = await openLines(file, job.read);
            const options = { now: now(), origin, findOrdinaryWords, isApplied };
            const judge = (header: PackHeader): PackProblem | null =>
              header.id === pack && header.version === version ? null : otherPack(pack, version, header);
            const result = isPatch
              ? await importPatchLines(database, lines, { ...options, judge })
              : await importPack(database, lines, { ...options, judge, onProgress: job.records, signal: job.signal });
            job.enter('indexing');
            if (result.ok && isApplied) await onInstalled();
            return result;
          } catch (error) {
            return err([explainImportError(error)]);
          }
        }),
      ),
    cancel: jobs.cancel,
    jobs: jobs.list,
    async resume() {
      for (const ticket of await listUploads(await connection())) await importUpload(ticket);
    },
    installDefault: () =>
      exclusively(async () => {
        if (await wasRemoved(DEFAULT_PACK_ID)) return;
        const database = await connection();
        const present = (await listPacks(database)).find((pack) => pack.id === DEFAULT_PACK_ID);
        if (present !== undefined && present.active.header.version >= (await versionOf(await fetchDefaultPack())))
          return;
        const file = await new Response(await fetchDefaultPack()).blob();
        const origin: PackOrigin = { kind: 'built-in', url: null, signer: null };
        const result = await importPack(database, splitLines(unpackText(file)), {
          now: now(),
          origin,
          findOrdinaryWords,
        });
        if (!result.ok) throw new Error(`The default pack is unsound: ${result.error[0]?.message ?? ''}`);
        await onInstalled();
      }),
    tidy: () =>
      exclusively(async () => {
        const database = await connection();
        await removeOldUploads(database, now() - UPLOAD_LIFE_MS);
        if ((await listUploads(database)).length === 0) await sweepGenerations(database);
      }),
  };
}

/** The lines of a file, and whether they are a patch rather than a pack. `onBytes` is told how far it has been read. */
async function openLines(
  file: Blob,
  onBytes?: (read: number) => void,
): Promise<{ readonly isPatch: boolean; readonly lines: AsyncGenerator<string> }> {
  const lines = splitLines(unpackText(file, onBytes));
  const first = await lines.next();
  return { isPatch: first.done !== true && isPatchLine(first.value), lines: startingWith(first, lines) };
}

/** The lines with the one that was looked at ahead. */
async function* startingWith(first: IteratorResult<string>, rest: AsyncIterator<string>): AsyncGenerator<string> {
  for (let line = first; line.done !== true; line = await rest.next()) yield line.value;
}

/** The version in the header of a pack; 0 if it has none. */
async function versionOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<number> {
  for await (const line of splitLines(unpackText(await new Response(stream).blob()))) {
    const header = parseHeaderLine(line, 1);
    return header.ok ? header.value.version : 0;
  }
  return 0;
}

const otherPack = (pack: string, version: number, { id, version: found }: PackHeader): PackProblem => ({
  code: 'wrong-base',
  line: 1,
  field: 'id',
  message: `The publisher announced version ${version} of "${pack}", and the file holds version ${found} of "${id}".`,
});
