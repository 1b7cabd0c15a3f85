import type { VNode } from 'preact';
import { uiLocale } from '../locales/translate.ts';
import { formatRoute } from '../messaging/manager-route.ts';
import type { Send } from '../messaging/send.ts';
import { Inbox } from '../ui/Inbox.tsx';

/** The view of the captures that are not finished. It calls back when it has to be drawn anew. */
export async function showInbox(send: Send, redraw: () => void): Promise<VNode> {
  const answer = await send('page.captures', {});
  return (
    <Inbox
      captures={answer.ok ? answer.value : []}
      locale={uiLocale()}
      urlOf={({ id }) => formatRoute({ view: 'capture', capture: id })}
      onDiscard={({ id }) => void send('page.discardCapture', { capture: id }).then(redraw)}
      onRestore={(capture) => void send('page.restoreCapture', { capture }).then(redraw)}
    />
  );
}
