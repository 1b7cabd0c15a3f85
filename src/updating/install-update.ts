import { err, ok, type Result } from '../core/model/result.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import type { Manifest, ManifestFile } from '../core/updates/manifest.ts';
import type { Subscription } from '../core/updates/subscription.ts';
import type { UpdateFailure } from '../core/updates/update-failure.ts';
import type { PackRow } from '../storage/database.ts';
import { fetchPackFile } from './fetch-pack-file.ts';
import type { ImportService } from './import-service.ts';
import type { LoggedFetch } from './logged-fetch.ts';

export type InstallRequest = {
  readonly subscription: Pick<Subscription, 'pack' | 'title' | 'url' | 'token'>;
  readonly manifest: Manifest;
  /** The pack as this subscription brought it before, for a patch to lie on. */
  readonly base: PackRow | null;
  readonly isApplied: boolean;
  /** Fingerprint of the key that signed; null for an unsigned pack. */
  readonly signer: string | null;
};

/** Fetches what a manifest announces, by a patch where one fits and is smaller, and imports it. */
export async function installUpdate(
  fetch: LoggedFetch,
  imports: Pick<ImportService, 'importFetched' | 'track'>,
  { subscription, manifest, base, isApplied, signer }: InstallRequest,
): Promise<Result<PackRow, UpdateFailure>> {
  const install = async (named: ManifestFile): Promise<Result<PackRow, UpdateFailure>> => {
    const { title } = subscription;
    const file = await imports.track((job) => {
      job.begin(title, named.bytes, 'fetching');
      return fetchPackFile(fetch, subscription, named, manifest.mirrors, job);
    });
    if (!file.ok) return file;
    const { pack, version } = manifest;
    const origin = { kind: 'subscription' as const, url: subscription.url, signer };
    const imported = await imports.importFetched({ file: file.value, title, origin, pack, version, isApplied });
    return imported.ok ? ok(imported.value) : err(failureOf(imported.error));
  };
  const patch = manifest.patches.find(
    ({ from, bytes }) => from === base?.active.header.version && bytes < manifest.file.bytes,
  );
  if (patch !== undefined) {
    const patched = await install(patch);
    // Whatever was wrong with the patch, the whole pack may still be sound.
    if (patched.ok || patched.error.code === 'no-space' || patched.error.code === 'cancelled') return patched;
  }
  return install(manifest.file);
}

function failureOf(problems: readonly PackProblem[]): UpdateFailure {
  const [first] = problems;
  const detail = first === undefined ? '' : `${first.line > 0 ? `${first.line}: ` : ''}${first.message}`.slice(0, 400);
  if (first?.code === 'cancelled') return { code: 'cancelled', detail: '' };
  if (first?.code === 'wrong-base') return { code: 'wrong-pack', detail };
  return { code: /disk space/.test(detail) ? 'no-space' : 'bad-pack', detail };
}
