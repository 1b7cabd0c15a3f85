import { LIMITS } from '../model/limits.ts';
import { isTrackingParameter } from './tracking-parameters.ts';

/** The parts of an address that browsers have written out, without user name and fragment. */
type WebAddress = {
  readonly scheme: string;
  readonly host: string;
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
};

/**
 * The address under which a page is cited: the one it gives itself, where that can be believed, else its own; without what
 * only says how the reader came there, and without a fragment. Both as the browser writes them out. Null for whatever is no
 * address of the web.
 */
export function tidyUrl(address: string, canonical = ''): string | null {
  const own = parseWebAddress(address);
  if (own === null) return null;
  const given = parseWebAddress(canonical);
  const tidied = withoutTracking(given !== null && isCredible(given, own) ? given : own);
  return tidied.length <= LIMITS.urlLength ? tidied : null;
}

/** The host of an address of the web, without `www.`; empty for any other. */
export const hostOf = (address: string): string => (parseWebAddress(address)?.host ?? '').replace(/^www\./, '');

/**
 * Many sites name their front page, or another site, as the address of every page. It must be of the same site (but for a
 * `www.`, `m.` or `amp.` before its name), encrypted if the page is, and not the front page of a page that is none.
 */
function isCredible(given: WebAddress, own: WebAddress): boolean {
  if (siteName(given) !== siteName(own)) return false;
  if (own.scheme === 'https' && given.scheme !== 'https') return false;
  return given.path !== '/' || own.path === '/';
}

const siteName = ({ host }: WebAddress): string => host.replace(/^(?:www|m|mobile|amp)\./, '');

function withoutTracking({ scheme, host, path, query }: WebAddress): string {
  const kept = query.split('&').filter((part) => part !== '' && !isTrackingParameter(nameOf(part)));
  return `${scheme}://${host}${path}${kept.length === 0 ? '' : `?${kept.join('&')}`}`;
}

function nameOf(part: string): string {
  const [name = ''] = part.split('=', 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function parseWebAddress(address: string): WebAddress | null {
  const parts = /^(https?):\/\/(?:[^/?#@\\\s]*@)?([^/?#@\s\\]+)(\/[^?#\s\\]*)?(?:\?([^#\s]*))?(?:#\S*)?$/i.exec(
    address,
  );
  if (parts === null) return null;
  const [, scheme = '', host = '', path = '/', query = ''] = parts;
  return { scheme: scheme.toLowerCase(), host: host.toLowerCase(), path, query };
}
