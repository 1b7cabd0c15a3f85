import { err, ok, type Result } from '../model/result.ts';
import type { UpdateFailure } from './update-failure.ts';

/** Of an address what the rules look at; parsed by the caller, for `core` has no URL. */
export type AddressParts = {
  readonly protocol: string;
  readonly hostname: string;
  readonly username: string;
  readonly password: string;
  readonly origin: string;
};

/** Names that lead into the reader's own network. */
const LOCAL_NAME = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|home\.arpa|localdomain)\.?$/i;
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

const isLoopback = ({ hostname }: AddressParts): boolean => LOOPBACK.test(hostname);

/** An IPv4 address in the form the URL standard gives every spelling of it, or an IPv6 one in brackets. */
const isAddress = (hostname: string): boolean => /^(?:\d{1,3}\.){3}\d{1,3}$/.test(hostname) || hostname.startsWith('[');

/**
 * Whether a pack may be fetched from an address that a person typed: https to a public name. Authors may try their packs from
 * this computer itself (`pack serve`).
 */
export function judgeTypedAddress(parts: AddressParts | null): Result<null, UpdateFailure> {
  if (parts !== null && isLoopback(parts) && /^https?:$/.test(parts.protocol) && hasNoUser(parts)) return ok(null);
  return judgePublicAddress(parts);
}

/**
 * Whether a file may be fetched from an address that a manifest names. It must be a public one, or lie where the manifest
 * lies: nobody's pack may make the reader's browser knock at doors inside the reader's network.
 */
export const judgeLinkedAddress = (parts: AddressParts | null, manifest: AddressParts): Result<null, UpdateFailure> =>
  parts !== null && isLoopback(manifest) && parts.origin === manifest.origin && hasNoUser(parts)
    ? ok(null)
    : judgePublicAddress(parts);

function judgePublicAddress(parts: AddressParts | null): Result<null, UpdateFailure> {
  const refuse = (detail: string): Result<never, UpdateFailure> => err({ code: 'forbidden-address', detail });
  if (parts === null) return refuse('not an address');
  if (parts.protocol !== 'https:') return refuse('not https');
  if (!hasNoUser(parts)) return refuse('user name');
  if (isAddress(parts.hostname) || LOCAL_NAME.test(parts.hostname) || !parts.hostname.includes('.'))
    return refuse('not a public name');
  return ok(null);
}

const hasNoUser = ({ username, password }: AddressParts): boolean => username === '' && password === '';
