import { err, ok, type Result } from '../model/result.ts';
import type { Manifest } from './manifest.ts';
import type { Subscription } from './subscription.ts';
import type { UpdateFailure } from './update-failure.ts';

/**
 * A version may be this much higher than the last one seen. A publisher whose key was stolen could otherwise be locked out for
 * ever by one manifest with the highest number there is (The Update Framework's fast-forward attack).
 */
export const MAX_VERSION_JUMP = 10_000;

/** What is known of a manifest beside its content. */
export type ManifestProof = {
  /** Keys whose signatures over the manifest were found good. */
  readonly signers: readonly string[];
  readonly isSigned: boolean;
};

/** What a subscription may take over from a sound manifest. */
export type Judgement = {
  readonly manifest: Manifest;
  readonly isNewer: boolean;
  readonly keys: readonly string[];
  readonly threshold: number;
};

type Known = Pick<Subscription, 'pack' | 'channel' | 'keys' | 'threshold' | 'highestVersion' | 'highestSha256'>;

/**
 * Decides whether a manifest may be acted upon, after The Update Framework 1.0: who signed it, whether it is for this pack and
 * channel, and whether it is older than one seen before, or another one under the same number.
 */
export function judgeManifest(
  manifest: Manifest,
  { signers, isSigned }: ManifestProof,
  known: Known,
): Result<Judgement, UpdateFailure> {
  const refuse = (code: UpdateFailure['code'], detail = ''): Result<never, UpdateFailure> => err({ code, detail });
  if (known.keys.length > 0) {
    if (!isSigned) return refuse('unsigned');
    const good = new Set(signers.filter((key) => known.keys.includes(key))).size;
    if (good === 0) return refuse('unknown-key');
    if (good < known.threshold) return refuse('bad-signature', `${good} of ${known.threshold}`);
  } else if (isSigned && signers.length === 0) return refuse('bad-signature');
  if (manifest.pack !== known.pack) return refuse('wrong-pack', manifest.pack);
  if (manifest.channel !== known.channel) return refuse('wrong-channel', manifest.channel);
  if (manifest.version < known.highestVersion)
    return refuse('rolled-back', `${manifest.version} < ${known.highestVersion}`);
  if (known.highestVersion > 0 && manifest.version > known.highestVersion + MAX_VERSION_JUMP)
    return refuse('too-far-ahead', `${manifest.version} > ${known.highestVersion}`);
  const isNewer = manifest.version > known.highestVersion;
  if (!isNewer && known.highestSha256 !== null && manifest.file.sha256 !== known.highestSha256)
    return refuse('changed-in-place', String(manifest.version));
  // Only a signed manifest may say who signs the next one.
  const rotates = signers.length > 0 && manifest.keys.length > 0;
  return ok({
    manifest,
    isNewer,
    keys: rotates ? [...new Set(manifest.keys)] : known.keys.length > 0 ? known.keys : signers,
    threshold: rotates ? manifest.threshold : known.threshold,
  });
}
