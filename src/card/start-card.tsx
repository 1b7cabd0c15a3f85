import { render } from 'preact';
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { cardHelloSchema, type CardSignal } from '../messaging/card-port.ts';
import { createSend } from '../messaging/send.ts';
import { FactCard } from '../ui/FactCard.tsx';

/** The annotator's port takes no larger card; a longer one scrolls inside. */
const MAX_HEIGHT_PX = 4000;

/**
 * The card page. It shows nothing until the annotator hands it a ticket and a port; whoever else embeds it gets a blank page.
 */
export function startCard(app: Element | null): void {
  if (app === null) throw new Error('the card page has no #app');
  const send = createSend((envelope) => browser.runtime.sendMessage(envelope));
  window.addEventListener('message', onHello);

  function onHello(event: MessageEvent): void {
    const hello = v.safeParse(cardHelloSchema, event.data);
    const port = event.ports[0];
    if (!hello.success || port === undefined) return;
    window.removeEventListener('message', onHello);
    void show(hello.output.ticket, (signal) => port.postMessage(signal));
  }

  async function show(ticket: string, tell: (signal: CardSignal) => void): Promise<void> {
    const answer = await send('card.read', { ticket });
    if (!answer.ok || answer.value === null) return tell({ type: 'dismissed' });
    const card = answer.value;
    document.title = card.entity.name;
    render(<FactCard card={card} locale={navigator.language} />, root());
    new ResizeObserver(() =>
      tell({ type: 'resized', height: Math.min(MAX_HEIGHT_PX, Math.ceil(root().getBoundingClientRect().height)) }),
    ).observe(root());
    for (const [type, over] of [
      ['pointerenter', true],
      ['pointerleave', false],
    ] as const) {
      document.documentElement.addEventListener(type, (event) => event.isTrusted && tell({ type: 'pointer', over }));
    }
    document.addEventListener('keydown', (key) => key.key === 'Escape' && tell({ type: 'dismissed' }));
  }

  function root(): Element {
    return app as Element;
  }
}
