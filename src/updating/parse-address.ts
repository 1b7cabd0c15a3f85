import type { AddressParts } from '../core/updates/pack-address.ts';

/** An address in its parts; null for what is none. */
export const parseAddress = (text: string, base?: string): (AddressParts & { readonly href: string }) | null =>
  URL.canParse(text, base) ? new URL(text, base) : null;
