import { createHash } from 'node:crypto';
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Channel, ManifestFile } from '../../core/updates/manifest.ts';
import { readTextFile } from '../read-text-file.ts';
import { UnreadableFileError } from '../file-problem.ts';

/** A file of a publication: what the manifest says of it, and what it holds. */
export type PublishedFile = ManifestFile & {
  readonly content: Uint8Array;
  /** What it holds, before it was compressed. */
  readonly text: string;
};

export const packFileName = (id: string, version: number): string => `${id}-${version}.factpack.jsonl.gz`;

export const patchFileName = (id: string, from: number, version: number): string =>
  `${id}-${from}-${version}.factpatch.jsonl.gz`;

/** Each channel of a pack has a manifest of its own in the same folder. */
export const manifestFileName = (id: string, channel: Channel): string =>
  channel === 'stable' ? `${id}.manifest.json` : `${id}.${channel}.manifest.json`;

/** Compresses a file that is to be published. */
export function packFile(path: string, text: string): PublishedFile {
  const content = gzipSync(text, { level: 9 });
  // The operating system's number, by which the same text would give other bytes on another one (RFC 1952, 2.3.1): unknown.
  content[9] = 255;
  return { path, bytes: content.length, sha256: hashOf(content), content, text };
}

export const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Whether a folder has this very file, or one with the same text that another release of zlib has compressed. */
export function holdsText(folder: string, { path, text }: PublishedFile): boolean {
  const file = join(folder, path);
  if (!existsSync(file)) return false;
  try {
    return readTextFile(file) === text;
  } catch (error) {
    if (error instanceof UnreadableFileError) return false;
    throw error;
  }
}

/** Writes a file so that whoever reads it meanwhile sees the old one or the new one, never a part. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  writeFileSync(`${file}.part`, content, { flush: true });
  renameSync(`${file}.part`, file);
}
