import { render } from 'preact';
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { copyText } from '../citing/copy-text.ts';
import { formatCitation } from '../citing/format-citation.ts';
import type { CardView, FactView } from '../core/card/card-view.ts';
import { declareLanguage, uiLocale } from '../locales/translate.ts';
import { cardHelloSchema, type CardSignal } from '../messaging/card-port.ts';
import { formatRoute } from '../messaging/manager-route.ts';
import { createSend } from '../messaging/send.ts';
import { FactCard } from '../ui/FactCard.tsx';

/** The annotator's port takes no larger card; a longer one scrolls inside. */
const MAX_HEIGHT_PX = 4000;

/**
 * The card page. It shows nothing until the annotator hands it a ticket and a port; whoever else embeds it gets a blank page.
 */
export function startCard(app: Element | null): void {
  if (app === null) throw new Error('the card page has no #app');
  declareLanguage(document.documentElement);
  const root = app;
  const send = createSend((envelope) => browser.runtime.sendMessage(envelope));
  window.addEventListener('message', onHello);

  function onHello(event: MessageEvent): void {
    const hello = v.safeParse(cardHelloSchema, event.data);
    const port = event.ports[0];
    if (!hello.success || port === undefined) return;
    window.removeEventListener('message', onHello);
    // A white card on a dark page would dazzle, whatever the system prefers.
    if (hello.output.isOnDark) document.documentElement.style.colorScheme = 'dark';
    void show(hello.output.ticket, (signal) => port.postMessage(signal));
  }

  async function show(ticket: string, tell: (signal: CardSignal) => void): Promise<void> {
    const answer = await send('card.read', { ticket });
    if (!answer.ok || answer.value === null) return tell({ type: 'dismissed' });
    const cards: CardView[] = [answer.value];
    let isPinned = false;
    const draw = (): void => {
      const card = cards.at(-1);
      if (card === undefined) return;
      document.title = card.entity.name;
      render(
        <FactCard
          key={cards.length}
          card={card}
          locale={uiLocale()}
          frame={{ isPinned, onBack: cards.length > 1 ? goBack : null, onPin: pin, onClose: close, onMove: move }}
          tools={{
            onFollow: (entity) => void follow(entity),
            onCopy: async (fact, format) => copyText(await formatCitation(fact, format)),
            urlOf: (fact) => browser.runtime.getURL(factRoute(card, fact)),
          }}
          correctUrl={correctUrl(card)}
        />,
        root,
      );
    };
    const turnTo = (): void => {
      draw();
      scrollTo(0, 0);
      root.querySelector<HTMLElement>('#card-name')?.focus({ preventScroll: true });
    };
    const follow = async (entity: CardView['entity']['ref']): Promise<void> => {
      const followed = await send('card.follow', { entity });
      if (!followed.ok || followed.value === null) return;
      cards.push(followed.value);
      turnTo();
    };
    const goBack = (): void => {
      cards.pop();
      turnTo();
    };
    const pin = (): void => {
      isPinned = true;
      tell({ type: 'pinned' });
      draw();
    };
    const close = (): void => tell({ type: 'dismissed' });
    const move = (byX: number, byY: number): void => tell({ type: 'moved', byX, byY });

    const tellSize = (): void =>
      tell({ type: 'resized', height: Math.min(MAX_HEIGHT_PX, Math.ceil(root.getBoundingClientRect().height)) });
    draw();
    // At once: the observer speaks a frame later.
    tellSize();
    new ResizeObserver(tellSize).observe(root);
    for (const [type, over] of [
      ['pointerenter', true],
      ['pointerleave', false],
    ] as const) {
      document.documentElement.addEventListener(type, (event) => event.isTrusted && tell({ type: 'pointer', over }));
    }
    document.addEventListener('keydown', (key) => key.key === 'Escape' && close());
  }
}

/** Where a fact stands with all others: under the record of the pack it is from, since another pack may use its id. */
function factRoute({ entity }: CardView, { id, origins: [origin] }: FactView): string {
  const record = origin === undefined ? entity.ref : { pack: origin.pack, id: origin.entity };
  return formatRoute({ view: 'entity', entity: record, fact: id });
}

/** The manager's page for a wrong mark; null for a card that no mark has opened. */
function correctUrl({ entity, match }: CardView): string | null {
  if (match === null) return null;
  const { alias, sentence, site, alternatives } = match;
  const draft = { entity: entity.ref, alias, sentence, site, others: alternatives.map(({ ref }) => ref) };
  return browser.runtime.getURL(formatRoute({ view: 'corrections', draft }));
}
