/** Who sent a message: rights hang on this and on nothing the message says of itself. */
export type Caller =
  /** A content script: shares a process with the page, may ask about what the page shows. */
  | { readonly kind: 'content'; readonly tab: number; readonly frame: number; readonly tabUrl: string }
  /** Our card, embedded in a page: reads the facts it has a ticket for. */
  | { readonly kind: 'card'; readonly tab: number }
  /** Popup, manager or another extension page of its own: full rights. */
  | { readonly kind: 'page' };

/** The fields of a message's sender that both browsers give. */
export type Sender = {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined;
};

/**
 * Classifies a sender; null for whoever is not us. An extension page counts as a page of its own only at the top of its
 * tab (or without a tab, as a popup): embedded in a web page it is at most a card, whatever its address.
 */
export function classifySender(sender: Sender, extensionId: string, extensionOrigin: string): Caller | null {
  if (sender.id !== extensionId) return null;
  const isOurPage = sender.url?.startsWith(`${extensionOrigin}/`) === true;
  const tab = sender.tab?.id;
  if (tab === undefined) return isOurPage ? { kind: 'page' } : null;
  if (!isOurPage) return { kind: 'content', tab, frame: sender.frameId ?? 0, tabUrl: sender.tab?.url ?? '' };
  if (sender.frameId === 0) return { kind: 'page' };
  return new URL(sender.url ?? '').pathname === '/card.html' ? { kind: 'card', tab } : null;
}
