import * as v from 'valibot';

/** Where a version of a pack came from, and who signed it. */
export const packOriginSchema = v.strictObject({
  /** Shipped with the extension, chosen as a file, fetched from an address once, kept up to date from one, or the user's own. */
  kind: v.picklist(['built-in', 'file', 'address', 'subscription', 'own']),
  /** Where it was fetched from. */
  url: v.optional(v.nullable(v.string()), null),
  /** Fingerprint of the key whose signature was checked; null for an unsigned pack. */
  signer: v.optional(v.nullable(v.string()), null),
});

export type PackOrigin = v.InferOutput<typeof packOriginSchema>;

export const fromAddress = (url: string): PackOrigin => ({ kind: 'address', url, signer: null });
export const FROM_FILE: PackOrigin = { kind: 'file', url: null, signer: null };
