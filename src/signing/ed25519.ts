/** Ed25519 (RFC 8032) by WebCrypto: Chromium 137, Firefox 129, Node 22. Keys and signatures are raw bytes in base64. */
const ALGORITHM = 'Ed25519';

/** A key pair for a publisher: the private half as PKCS #8. */
export type KeyPair = { readonly publicKey: string; readonly privateKey: string };

export async function generateKeys(): Promise<KeyPair> {
  const pair = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  if (!('publicKey' in pair)) throw new Error('Ed25519 gives a pair of keys');
  const [raw, pkcs8] = await Promise.all([
    crypto.subtle.exportKey('raw', pair.publicKey),
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
  ]);
  return { publicKey: new Uint8Array(raw).toBase64(), privateKey: new Uint8Array(pkcs8).toBase64() };
}

/** Signs bytes with a private key (PKCS #8 in base64). */
export async function sign(privateKey: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const key = await crypto.subtle.importKey('pkcs8', Uint8Array.fromBase64(privateKey), ALGORITHM, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign(ALGORITHM, key, bytes)).toBase64();
}

/** Whether a signature over bytes is of a public key. False, too, for whatever is no key or no signature. */
export async function verify(publicKey: string, signature: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  if (SMALL_ORDER_KEYS.has(toHex(decode(publicKey)).replace(/.{2}$/, clearSign))) return false;
  try {
    const key = await crypto.subtle.importKey('raw', decode(publicKey), ALGORITHM, false, ['verify']);
    return await crypto.subtle.verify(ALGORITHM, key, decode(signature), bytes);
  } catch {
    return false;
  }
}

/** SHA-256 of the raw key in hexadecimal digits: what people compare. */
export async function fingerprintOf(publicKey: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', decode(publicKey))));
}

/**
 * The encodings of points whose order divides 8, without the sign bit. Under such a key one signature is good for many
 * messages, and the browsers' engines differ in whether they take it (RFC 8032, 5.1.7; "Taming the many EdDSAs", 2020).
 */
const SMALL_ORDER_KEYS: ReadonlySet<string> = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  // The same points with their coordinate not reduced.
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
]);

const clearSign = (lastByte: string): string => (Number.parseInt(lastByte, 16) & 0x7f).toString(16).padStart(2, '0');

/** Base64 to bytes; no bytes for what is not base64. */
function decode(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.fromBase64(text);
  } catch {
    return new Uint8Array();
  }
}

const toHex = (bytes: Uint8Array): string => bytes.toHex();
