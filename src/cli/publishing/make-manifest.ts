import type { PackHeader } from '../../core/model/fact-pack.ts';
import {
  MANIFEST_FORMAT,
  MANIFEST_FORMAT_VERSION,
  parseManifest,
  type Channel,
  type Manifest,
  type ManifestFile,
} from '../../core/updates/manifest.ts';
import type { KeyPair } from '../../signing/ed25519.ts';
import { WrongUseError } from '../run-command.ts';

/** What a publisher says of a release beside the pack itself. */
export type ReleaseNotes = {
  readonly channel: Channel;
  readonly keys: readonly KeyPair[];
  /** The public keys that may sign from then on; none for those of the manifest before, or the present ones. */
  readonly nextKeys: readonly string[];
  readonly threshold: number | null;
  readonly mirrors: readonly string[];
  readonly notes: string | undefined;
  /** Milliseconds since the epoch. */
  readonly issuedAt: number;
  readonly expiresAt: number | null;
};

type Files = {
  readonly file: ManifestFile;
  readonly patches: Manifest['patches'];
  readonly channels: Manifest['channels'];
};

/**
 * The text of the manifest of a release, to be signed.
 *
 * @param before the manifest that it takes the place of: keys, threshold and mirrors stay where nothing else is said.
 * @throws WrongUseError for what no manifest can hold, such as notes that are too long.
 */
export function makeManifest(header: PackHeader, files: Files, release: ReleaseNotes, before: Manifest | null): string {
  const { id, title, version, publisher, license, counts } = header;
  const { channel, keys, nextKeys, mirrors, notes, issuedAt, expiresAt } = release;
  const own = [...new Set(keys.map(({ publicKey }) => publicKey))];
  const known = before === null || before.keys.length === 0 ? own : before.keys;
  const text = `${JSON.stringify(
    {
      ...{ format: MANIFEST_FORMAT, formatVersion: MANIFEST_FORMAT_VERSION, pack: id, title, channel, version },
      ...{ publisher: publisher.name, license, counts },
      issued: new Date(issuedAt).toISOString(),
      ...(expiresAt === null ? {} : { expires: new Date(expiresAt).toISOString() }),
      ...files,
      mirrors: mirrors.length > 0 ? mirrors : (before?.mirrors ?? []),
      ...(own.length === 0
        ? {}
        : { keys: nextKeys.length > 0 ? nextKeys : known, threshold: release.threshold ?? before?.threshold ?? 1 }),
      ...(notes === undefined ? {} : { notes }),
    },
    null,
    2,
  )}\n`;
  const parsed = parseManifest(text);
  if (!parsed.ok) throw new WrongUseError(`No manifest can hold this: ${parsed.error.detail}.`);
  return text;
}
