import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { isPublicKey } from '../../core/updates/manifest.ts';
import { fingerprintOf, type KeyPair } from '../../signing/ed25519.ts';
import { UnreadableFileError } from '../file-problem.ts';
import { WrongUseError } from '../run-command.ts';

/** The private key as PKCS #8 in PEM (RFC 7468), which OpenSSL and others read. */
const toPem = (privateKey: string): string =>
  `-----BEGIN PRIVATE KEY-----\n${privateKey.replace(/.{64}(?=.)/g, '$&\n')}\n-----END PRIVATE KEY-----\n`;

/** Writes a private key to a new file that only its owner can read. @throws WrongUseError if there is one already. */
export function writeKeyFile(file: string, { privateKey }: KeyPair): void {
  try {
    writeFileSync(file, toPem(privateKey), { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    throw new WrongUseError(
      `${file} is there already, and a key is never overwritten. Choose another name with --out.`,
    );
  }
}

/** Reads a private key with the public one that belongs to it. @throws UnreadableFileError for what is no Ed25519 key. */
export function readKeyFile(file: string): KeyPair {
  const key = parseKey(file, readFileSync(file, 'utf8'));
  return {
    publicKey: Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64'),
    privateKey: key.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  };
}

/**
 * The public key that somebody names: as `keygen` prints it, or by the file of its private half.
 *
 * @throws WrongUseError for what is neither.
 */
export function takePublicKey(option: string, written: string): string {
  if (isPublicKey(written)) return written;
  if (/\.pem$/i.test(written)) return readKeyFile(written).publicKey;
  throw new WrongUseError(`${option} wants a public key as "pack keygen" prints it, or a key file (.pem).`);
}

/** Whether others on this machine can read a file. Always false where files have no such modes. */
export const isOpenToOthers = (file: string): boolean => {
  const stat = statSync(file);
  return process.platform !== 'win32' && stat.isFile() && (stat.mode & 0o077) !== 0;
};

/** A fingerprint as Sidelight shows it, for people to compare: half of it (128 bits) in groups of four. */
export const readableFingerprint = async (publicKey: string): Promise<string> =>
  (await fingerprintOf(publicKey)).slice(0, 32).replace(/.{4}(?=.)/g, '$& ');

function parseKey(file: string, pem: string): KeyObject {
  if (pem.includes('ENCRYPTED')) {
    throw new UnreadableFileError(`${file}: the key is encrypted. Decrypt it first, for example with "openssl pkey".`);
  }
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch {
    throw new UnreadableFileError(`${file}: this is no private key in PEM. Make one with "pack keygen".`);
  }
  if (key.asymmetricKeyType === 'ed25519') return key;
  throw new UnreadableFileError(`${file}: this is a key for ${key.asymmetricKeyType}; packs are signed with Ed25519.`);
}
