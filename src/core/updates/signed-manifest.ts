import * as v from 'valibot';
import { LIMITS } from '../model/limits.ts';

/** The type of what is signed: a signature for something else must not be good for a manifest. */
export const MANIFEST_TYPE = 'application/vnd.sidelight.manifest+json';

const base64Schema = (bytes: number) => v.pipe(v.string(), v.maxLength(Math.ceil(bytes / 3) * 4), v.base64());

/**
 * A manifest with its signatures in one file, so that a server never gives the one without the other: the envelope of DSSE 1.0
 * (Dead Simple Signing Envelope, secure-systems-lab). The payload stays bytes until its signatures have been checked.
 */
export const envelopeSchema = v.object({
  payloadType: v.literal(MANIFEST_TYPE),
  payload: base64Schema(LIMITS.manifestBytes),
  signatures: v.pipe(
    v.array(v.object({ keyid: v.optional(v.pipe(v.string(), v.maxLength(128)), ''), sig: base64Schema(64) })),
    v.minLength(1),
    v.maxLength(8),
  ),
});

export type Envelope = v.InferOutput<typeof envelopeSchema>;

/** The envelope in a text; null where it holds none, which makes the text an unsigned manifest or nothing of ours. */
export function parseEnvelope(text: string): Envelope | null {
  try {
    const parsed = v.safeParse(envelopeSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
