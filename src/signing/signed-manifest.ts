import { parseManifest, type Manifest } from '../core/updates/manifest.ts';
import { err, ok, type Result } from '../core/model/result.ts';
import { MANIFEST_TYPE, parseEnvelope, type Envelope } from '../core/updates/signed-manifest.ts';
import type { ManifestProof } from '../core/updates/judge-manifest.ts';
import type { UpdateFailure } from '../core/updates/update-failure.ts';
import { fingerprintOf, sign, verify } from './ed25519.ts';

export type VerifiedManifest = ManifestProof & { readonly manifest: Manifest };

/**
 * Reads a manifest from the text of its file, signed or not. Signatures are checked over the bytes before anything in them is
 * parsed; `keys` are those that count. Without any (a first look at a publisher), the manifest names its keys itself: then
 * `signers` says which of those it names have really signed.
 */
export async function openManifest(
  text: string,
  keys: readonly string[],
): Promise<Result<VerifiedManifest, UpdateFailure>> {
  const envelope = parseEnvelope(text);
  if (envelope === null) {
    const manifest = parseManifest(text.replace(/^\uFEFF/, ''));
    return manifest.ok ? ok({ manifest: manifest.value, signers: [], isSigned: false }) : manifest;
  }
  const payload = Uint8Array.fromBase64(envelope.payload);
  if (keys.length > 0) {
    const signers = await findSigners(envelope, payload, keys);
    if (signers.length === 0) return err(await noSigner(envelope, keys));
    const manifest = parsePayload(payload);
    return manifest.ok ? ok({ manifest: manifest.value, signers, isSigned: true }) : manifest;
  }
  const manifest = parsePayload(payload);
  if (!manifest.ok) return manifest;
  const signers = await findSigners(envelope, payload, manifest.value.keys);
  if (signers.length < manifest.value.threshold || signers.length === 0)
    return err({ code: 'bad-signature', detail: `${signers.length} of ${manifest.value.threshold}` });
  return ok({ manifest: manifest.value, signers, isSigned: true });
}

/** Signs the text of a manifest with private keys (PKCS #8 in base64); gives the text of the file to publish. */
export async function signManifest(
  text: string,
  signers: readonly { readonly publicKey: string; readonly privateKey: string }[],
): Promise<string> {
  const payload = new TextEncoder().encode(text);
  const message = preAuthenticationEncoding(payload);
  const signatures = await Promise.all(
    signers.map(async ({ publicKey, privateKey }) => ({
      keyid: await fingerprintOf(publicKey),
      sig: await sign(privateKey, message),
    })),
  );
  return `${JSON.stringify({ payloadType: MANIFEST_TYPE, payload: payload.toBase64(), signatures }, null, 2)}\n`;
}

/** What is really signed: the type and the bytes, each with its length (DSSE 1.0, "PAE"). */
export function preAuthenticationEncoding(payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`DSSEv1 ${MANIFEST_TYPE.length} ${MANIFEST_TYPE} ${payload.length} `);
  const message = new Uint8Array(head.length + payload.length);
  message.set(head);
  message.set(payload, head.length);
  return message;
}

/** The keys, of those given, of which the envelope holds a good signature. */
async function findSigners(envelope: Envelope, payload: Uint8Array, keys: readonly string[]): Promise<string[]> {
  const message = preAuthenticationEncoding(payload);
  const good = await Promise.all(
    [...new Set(keys)].map(async (key) => {
      const checks = await Promise.all(envelope.signatures.map(({ sig }) => verify(key, sig, message)));
      return checks.includes(true) ? [key] : [];
    }),
  );
  return good.flat();
}

/** Whether the signatures claim to be of other keys, or claim to be of ours and are not. */
async function noSigner(envelope: Envelope, keys: readonly string[]): Promise<UpdateFailure> {
  const own = new Set(await Promise.all(keys.map(fingerprintOf)));
  const claimsOurs = envelope.signatures.some(({ keyid }) => own.has(keyid));
  return claimsOurs ? { code: 'bad-signature', detail: '' } : { code: 'unknown-key', detail: '' };
}

function parsePayload(payload: Uint8Array): Result<Manifest, UpdateFailure> {
  try {
    return parseManifest(new TextDecoder('utf-8', { fatal: true }).decode(payload));
  } catch {
    return err({ code: 'not-utf8', detail: '' });
  }
}
