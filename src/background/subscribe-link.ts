import { judgeTypedAddress } from '../core/updates/pack-address.ts';
import { parseAddress } from '../updating/parse-address.ts';

/**
 * The pack that a web page invites to subscribe to: by `?subscribe=ADDRESS` in its own address (a publisher's link page), or by
 * being a manifest itself. Null for any other page, and for addresses that lead nowhere but into the reader's own network.
 */
export function subscribeLinkOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { searchParams, pathname } = new URL(address);
  const invited = searchParams.get('subscribe') ?? (pathname.endsWith('.manifest.json') ? address : null);
  const parts = invited === null ? null : parseAddress(invited);
  return parts?.protocol === 'https:' && judgeTypedAddress(parts).ok ? parts.href : null;
}
