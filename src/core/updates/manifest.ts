import * as v from 'valibot';
import { packCountsSchema } from '../model/fact-pack.ts';
import { LIMITS } from '../model/limits.ts';
import { err, ok, type Result } from '../model/result.ts';
import { idSchema, textOf } from '../model/text-fields.ts';
import type { UpdateFailure } from './update-failure.ts';

export const MANIFEST_FORMAT = 'sidelight-manifest';
export const MANIFEST_FORMAT_VERSION = 1;

export const CHANNELS = ['stable', 'beta'] as const;
export type Channel = (typeof CHANNELS)[number];

/** The raw 32 bytes of an Ed25519 public key in base64. */
export const publicKeySchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64'));
export const isPublicKey = (text: string): boolean => v.is(publicKeySchema, text);
export const sha256Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'));

const versionSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const bytesSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(LIMITS.downloadBytes));
const timeSchema = v.pipe(v.string(), v.isoTimestamp());
/** An address, or a path from that of the manifest. What it may lead to is decided when it is used (`pack-address.ts`). */
const pathSchema = textOf(LIMITS.urlLength);

const fileSchema = v.strictObject({ path: pathSchema, bytes: bytesSchema, sha256: sha256Schema });

/** What a publisher says of the newest version of a pack: small, fetched often, signed as a whole. */
export const manifestSchema = v.strictObject({
  format: v.literal(MANIFEST_FORMAT),
  formatVersion: v.literal(MANIFEST_FORMAT_VERSION),
  pack: idSchema,
  title: textOf(LIMITS.nameLength),
  /** As the pack's header says them, to be seen before anything is fetched. */
  publisher: v.optional(textOf(LIMITS.nameLength)),
  license: v.optional(textOf(LIMITS.nameLength)),
  counts: v.optional(packCountsSchema),
  channel: v.optional(v.picklist(CHANNELS), 'stable'),
  version: versionSchema,
  issued: timeSchema,
  /** After this time a newer manifest should have been there; the pack goes on working. */
  expires: v.optional(timeSchema),
  file: fileSchema,
  /** From earlier versions to this one. */
  patches: v.optional(
    v.pipe(v.array(v.strictObject({ from: versionSchema, ...fileSchema.entries })), v.maxLength(32)),
    [],
  ),
  /** Folders in which the same files lie, tried in turn. */
  mirrors: v.optional(v.pipe(v.array(pathSchema), v.maxLength(8)), []),
  /** The manifests of the other channels. */
  channels: v.optional(v.record(v.picklist(CHANNELS), pathSchema), {}),
  /** The keys that may sign from the next manifest on: the present ones, or, signed by the present ones, new ones. */
  keys: v.optional(v.pipe(v.array(publicKeySchema), v.maxLength(8)), []),
  /** How many of the keys must have signed. */
  threshold: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(8)), 1),
  notes: v.optional(textOf(LIMITS.noteLength)),
});

export type Manifest = v.InferOutput<typeof manifestSchema>;
export type ManifestFile = v.InferOutput<typeof fileSchema>;

/** Parses the text of a manifest. Never throws. */
export function parseManifest(text: string): Result<Manifest, UpdateFailure> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err({ code: 'not-a-manifest', detail: 'not JSON' });
  }
  if (typeof value === 'object' && value !== null && 'formatVersion' in value && 'format' in value)
    if (value.format === MANIFEST_FORMAT && Number(value.formatVersion) > MANIFEST_FORMAT_VERSION)
      return err({ code: 'newer-format', detail: quote(String(value.formatVersion)) });
  const parsed = v.safeParse(manifestSchema, value);
  if (parsed.success) return checkKeys(parsed.output);
  const [issue] = parsed.issues;
  return err({ code: 'not-a-manifest', detail: quote(`${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}`) });
}

/**
 * What is told of a manifest that is none may hold its own words: a few of them, without characters that would steer a terminal or
 * turn the text around.
 */
const quote = (words: string): string => words.slice(0, 300).replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\ufffd');

const checkKeys = (manifest: Manifest): Result<Manifest, UpdateFailure> =>
  manifest.keys.length > 0 && manifest.threshold > new Set(manifest.keys).size
    ? err({ code: 'not-a-manifest', detail: 'threshold: more than there are keys' })
    : ok(manifest);
