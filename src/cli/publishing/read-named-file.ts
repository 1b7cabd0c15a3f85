import { readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { LIMITS } from '../../core/model/limits.ts';
import type { ManifestFile } from '../../core/updates/manifest.ts';
import { UnsoundFileError, type FileProblem } from '../file-problem.ts';
import { problemOf } from './describe-failure.ts';
import { hashOf } from './published-file.ts';

/**
 * Reads a file that a manifest names and that lies beside it, or in a folder there.
 *
 * @throws UnsoundFileError if it is elsewhere, missing, not the one that the manifest means, or no text.
 */
export function readNamedFile(
  manifestFile: string,
  named: ManifestFile,
): { readonly file: string; readonly text: string } {
  const file = locate(manifestFile, named.path);
  let content: Uint8Array;
  try {
    content = readFileSync(file);
  } catch (error) {
    const message = `The manifest names this file, and it cannot be read: ${error instanceof Error ? error.message : ''}.`;
    throw unsound({ code: 'not-found', file, line: 0, field: '', message });
  }
  if (content.length !== named.bytes)
    throw unsound(problemOf(file, { code: 'wrong-size', detail: `${content.length} of ${named.bytes} bytes` }));
  if (hashOf(content) !== named.sha256) throw unsound(problemOf(file, { code: 'wrong-hash', detail: '' }));
  return { file, text: unpack(file, content) };
}

/** The path of a file from its address beside the manifest. Whatever leads out of the folder is not followed. */
function locate(manifestFile: string, path: string): string {
  const folder = dirname(resolve(manifestFile));
  const base = pathToFileURL(`${folder}${sep}`);
  const address = URL.canParse(path, base.href) ? new URL(path, base) : null;
  if (
    address?.protocol === 'file:' &&
    address.host === '' &&
    address.href.startsWith(base.href) &&
    !/%2f/i.test(address.pathname)
  )
    return join(dirname(manifestFile), fileURLToPath(address).slice(folder.length + 1));
  const message = `"${path}" lies elsewhere and cannot be checked here. Put the files beside the manifest.`;
  throw unsound({ code: 'elsewhere', file: manifestFile, line: 0, field: 'path', message });
}

function unpack(file: string, content: Uint8Array): string {
  const isPacked = content[0] === 0x1f && content[1] === 0x8b;
  let bytes = content;
  try {
    if (isPacked) bytes = gunzipSync(content, { maxOutputLength: LIMITS.packBytes });
  } catch {
    const message = 'The file is damaged gzip, or unpacks to more than a pack may hold.';
    throw unsound({ code: 'bad-gzip', file, line: 0, field: '', message });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unsound(problemOf(file, { code: 'not-utf8', detail: '' }));
  }
}

const unsound = (problem: FileProblem): UnsoundFileError => new UnsoundFileError([problem]);
