import { execFile } from 'node:child_process';
import { appendFile, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const FILLER = 'filler';
const CHUNK_BYTES = 4 * 1024 * 1024;

/** A folder on a disk of its own, in memory. */
export type SmallDisk = {
  readonly folder: string;
  /** Takes up all but this many bytes. */
  fill(freeBytes: number): Promise<void>;
  /** Gives that room back. */
  empty(): Promise<void>;
  remove(): Promise<void>;
};

/** Mounts a disk of this size, which on Linux only root may do. */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'sidelight-disk-'));
  await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).catch((cause: unknown) => {
    throw new Error('A full disk can be tried by root alone, who may mount one: run these tests as root.', { cause });
  });
  const filler = join(folder, FILLER);
  const empty = (): Promise<void> => rm(filler, { force: true });
  return {
    folder,
    async fill(freeBytes) {
      await empty();
      // Bit by bit: the browser writes beside it.
      for (;;) {
        const { bavail, bsize } = await statfs(folder);
        const length = Math.min(CHUNK_BYTES, bavail * bsize - freeBytes);
        if (length <= 0) return;
        await appendFile(filler, Buffer.alloc(length));
      }
    },
    empty,
    async remove() {
      await run('umount', ['--lazy', folder]);
      await rm(folder, { recursive: true });
    },
  };
}
