import { browser } from 'wxt/browser';
import { ANALYST_WORKER, createAnalystChannel } from '../messaging/analyst-channel.ts';
import { classifySender } from '../messaging/caller.ts';
import { analystMessages } from '../messaging/contract.ts';
import { createReceiver } from '../messaging/listen.ts';

/** Chromium's service worker cannot start workers; this offscreen document does it for it and passes the questions on. */
export function startAnalystHost(): void {
  const analyst = createAnalystChannel(() => new Worker(ANALYST_WORKER));
  const receive = createReceiver<typeof analystMessages, null>(analystMessages, {
    'analyst.analyze': ({ questions }) => analyst.analyze(questions),
    'analyst.findOrdinaryWords': ({ words }) => analyst.findOrdinaryWords(words),
  });
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    // The background has no tab; a content script could only pretend to be it.
    if (classifySender(sender, browser.runtime.id, location.origin)?.kind !== 'page') return;
    const answer = receive(message, null);
    if (answer === null) return;
    void answer.then(respond);
    return true;
  });
}
