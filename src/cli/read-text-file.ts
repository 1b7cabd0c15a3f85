import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { LIMITS } from '../core/model/limits.ts';
import { UnreadableFileError } from './file-problem.ts';

/** Reads a file of UTF-8 text, unpacking it if it is compressed with gzip. @throws UnreadableFileError */
export function readTextFile(file: string): string {
  try {
    const bytes = readFileSync(file);
    return (isGzip(bytes) ? gunzipSync(bytes, { maxOutputLength: LIMITS.packBytes }) : bytes).toString('utf8');
  } catch (error) {
    throw new UnreadableFileError(`${file}: ${error instanceof Error ? error.message : 'cannot be read'}`);
  }
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;
