import { readFileSync } from 'node:fs';
import { LIMITS } from '../../core/model/limits.ts';
import { err, type Result } from '../../core/model/result.ts';
import { looksLikeWebPage } from '../../core/updates/judge-answer.ts';
import type { UpdateFailure } from '../../core/updates/update-failure.ts';
import { openManifest, type VerifiedManifest } from '../../signing/signed-manifest.ts';

/** Reads a manifest as a subscriber would; without keys, as one who subscribes. @throws an error of Node if there is no file. */
export async function readManifest(
  file: string,
  keys: readonly string[] = [],
): Promise<Result<VerifiedManifest, UpdateFailure>> {
  const bytes = readFileSync(file);
  if (bytes.length === 0) return err({ code: 'empty', detail: '' });
  if (bytes.length > LIMITS.manifestBytes * 2) return err({ code: 'too-large', detail: '' });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return err({ code: 'not-utf8', detail: '' });
  }
  return looksLikeWebPage(text) ? err({ code: 'web-page', detail: '' }) : openManifest(text, keys);
}
