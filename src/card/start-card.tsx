import { render } from 'preact';
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { declareLanguage } from '../locales/translate.ts';
import { cardHelloSchema, cardOrderSchema, type CardHello } from '../messaging/card-port.ts';
import { createSend } from '../messaging/send.ts';
import { showCard } from './show-card.tsx';

/**
 * The card page. It shows nothing until the annotator hands it a ticket and a port; whoever else embeds it gets a blank page.
 */
export function startCard(app: Element | null): void {
  if (!(app instanceof HTMLElement)) throw new Error('the card page has no #app');
  declareLanguage(document.documentElement);
  const send = createSend((envelope) => browser.runtime.sendMessage(envelope));
  let turn = new AbortController();

  const clear = (isParked: boolean): void => {
    turn.abort();
    turn = new AbortController();
    render(null, app);
    document.title = '';
    app.hidden = isParked;
  };
  const greet = ({ ticket, isOnDark }: CardHello, port: MessagePort): void => {
    clear(false);
    // A white card on a dark page would dazzle, whatever the system prefers.
    document.documentElement.style.colorScheme = isOnDark ? 'dark' : '';
    const { signal } = turn;
    const onOrder = ({ data }: MessageEvent): void => {
      if (v.is(cardOrderSchema, data)) clear(true);
    };
    port.addEventListener('message', onOrder, { signal });
    port.start();
    signal.addEventListener('abort', () => port.close());
    void showCard(app, ticket, { send, tell: (said) => port.postMessage(said) }, signal);
  };
  window.addEventListener('message', ({ data, ports: [port] }) => {
    const hello = v.safeParse(cardHelloSchema, data);
    if (hello.success && port !== undefined) greet(hello.output, port);
  });
}
