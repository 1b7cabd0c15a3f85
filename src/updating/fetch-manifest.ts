import { LIMITS } from '../core/model/limits.ts';
import { err, ok, type Result } from '../core/model/result.ts';
import { looksLikeWebPage } from '../core/updates/judge-answer.ts';
import { judgeTypedAddress } from '../core/updates/pack-address.ts';
import type { Subscription } from '../core/updates/subscription.ts';
import type { UpdateFailure } from '../core/updates/update-failure.ts';
import { openManifest, type VerifiedManifest } from '../signing/signed-manifest.ts';
import { parseAddress } from './parse-address.ts';
import type { LoggedFetch } from './logged-fetch.ts';

/** A manifest is small: who cannot send it in this time cannot send a pack either. */
const MANIFEST_LIMITS = { maxBytes: LIMITS.manifestBytes * 2, idleMs: 10_000, totalMs: 60_000 };

export type FetchedManifest = VerifiedManifest & { readonly etag: string | null };

/** Fetches a manifest and checks its signatures; null if the server says it is the one of last time. */
export async function fetchManifest(
  fetch: LoggedFetch,
  { pack, url, token, keys, etag }: Pick<Subscription, 'pack' | 'url' | 'token' | 'keys' | 'etag'>,
): Promise<Result<FetchedManifest | null, UpdateFailure>> {
  const allowed = judgeTypedAddress(parseAddress(url));
  if (!allowed.ok) return allowed;
  const fetched = await fetch(pack, { address: url, token, etag, ...MANIFEST_LIMITS });
  if (!fetched.ok) return fetched;
  if (fetched.value.isUnchanged) return ok(null);
  const text = await readText(fetched.value.body);
  if (text === null) return err({ code: 'not-utf8', detail: '' });
  if (looksLikeWebPage(text)) return err({ code: 'web-page', detail: '' });
  const opened = await openManifest(text, keys);
  return opened.ok ? ok({ ...opened.value, etag: fetched.value.etag }) : opened;
}

async function readText(body: Blob): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await body.arrayBuffer());
  } catch {
    return null;
  }
}
