import { err, ok, type Result } from '../core/model/result.ts';
import type { Manifest, ManifestFile } from '../core/updates/manifest.ts';
import { judgeLinkedAddress } from '../core/updates/pack-address.ts';
import type { Subscription } from '../core/updates/subscription.ts';
import type { UpdateFailure } from '../core/updates/update-failure.ts';
import type { RunningJob } from './job-list.ts';
import type { LoggedFetch } from './logged-fetch.ts';
import { parseAddress } from './parse-address.ts';

const IDLE_MS = 30_000;
/** 64 MB in this time is a slow line of 0.5 Mbit/s. */
const TOTAL_MS = 20 * 60_000;

/**
 * Fetches a file that a manifest names, from beside the manifest or from a mirror, and gives it only if it has the size and the
 * hash that the manifest says. The failure is that of the first place.
 */
export async function fetchPackFile(
  fetch: LoggedFetch,
  { pack, url, token }: Pick<Subscription, 'pack' | 'url' | 'token'>,
  file: ManifestFile,
  mirrors: Manifest['mirrors'],
  job: Pick<RunningJob, 'signal' | 'fetched'>,
): Promise<Result<Blob, UpdateFailure>> {
  const manifest = parseAddress(url);
  let first: UpdateFailure | null = null;
  for (const base of [url, ...mirrors.map((mirror) => parseAddress(asFolder(mirror), url)?.href ?? '')]) {
    const address = parseAddress(file.path, base);
    const allowed = manifest === null ? null : judgeLinkedAddress(address, manifest);
    const fetched =
      manifest === null || address === null || allowed?.ok !== true
        ? (allowed ?? err({ code: 'forbidden-address' as const, detail: '' }))
        : await fetchOne(address.href, address.origin === manifest.origin ? token : null);
    if (fetched.ok && fetched.value !== null) return ok(fetched.value);
    if (!fetched.ok && fetched.error.code === 'cancelled') return fetched;
    if (!fetched.ok) first ??= fetched.error;
  }
  return err(first ?? { code: 'forbidden-address', detail: '' });

  async function fetchOne(address: string, ownToken: string | null): Promise<Result<Blob, UpdateFailure>> {
    const limits = { maxBytes: file.bytes, idleMs: IDLE_MS, totalMs: TOTAL_MS };
    // A token goes to the publisher's own server and nowhere else.
    const onBytes = (read: number): void => job.fetched(read, file.bytes);
    const fetched = await fetch(pack, { address, token: ownToken, ...limits, signal: job.signal, onBytes });
    if (!fetched.ok) return fetched.error.code === 'too-large' ? err(wrongSize(`> ${file.bytes}`)) : fetched;
    if (fetched.value.isUnchanged) return err({ code: 'unexpected-status', detail: '304' });
    const { body, sha256 } = fetched.value;
    if (body.size !== file.bytes) return err(wrongSize(`${body.size} of ${file.bytes}`));
    return sha256 === file.sha256 ? ok(body) : err({ code: 'wrong-hash', detail: '' });
  }
}

const asFolder = (mirror: string): string => (mirror.endsWith('/') ? mirror : `${mirror}/`);
const wrongSize = (detail: string): UpdateFailure => ({ code: 'wrong-size', detail });
