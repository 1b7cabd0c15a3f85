import { render } from 'preact';
import { browser } from 'wxt/browser';
import { copyText } from '../citing/copy-text.ts';
import { formatCitation } from '../citing/format-citation.ts';
import type { CardView } from '../core/card/card-view.ts';
import type { DragStep } from '../core/card/drag.ts';
import { uiLocale } from '../locales/translate.ts';
import type { CardSignal } from '../messaging/card-port.ts';
import { formatRoute, routeOfFact } from '../messaging/manager-route.ts';
import type { Send } from '../messaging/send.ts';
import { FactCard } from '../ui/FactCard.tsx';

/** The annotator's port takes no larger card; a longer one scrolls inside. */
const MAX_HEIGHT_PX = 4000;

export type CardPorts = {
  readonly send: Send;
  /** Says something to the annotator. */
  readonly tell: (said: CardSignal) => void;
};

/** Shows the card of a ticket, and those of the names followed in it, until `signal` aborts. */
export async function showCard(
  root: HTMLElement,
  ticket: string,
  ports: CardPorts,
  signal: AbortSignal,
): Promise<void> {
  const { send, tell } = ports;
  const answer = await send('card.read', { ticket });
  if (signal.aborted) return;
  if (!answer.ok || answer.value === null) return tell({ type: 'dismissed' });
  const cards: CardView[] = [answer.value];
  let isPinned = false;
  const draw = (): void => {
    const card = cards.at(-1);
    if (card === undefined || signal.aborted) return;
    document.title = card.entity.name;
    render(
      <FactCard
        key={cards.length}
        card={card}
        locale={uiLocale()}
        frame={{
          isPinned,
          onBack: cards.length > 1 ? goBack : null,
          onPin: pin,
          onClose: close,
          onMove: move,
          onDrag: drag,
        }}
        tools={{
          onFollow: (entity) => void follow(entity),
          onCopy: async (fact, format) => copyText(await formatCitation(fact, format)),
          urlOf: (fact) => browser.runtime.getURL(formatRoute(routeOfFact(card.entity.ref, fact))),
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
    if (!followed.ok || followed.value === null || signal.aborted) return;
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
  const drag = (step: DragStep): void => tell({ type: 'dragged', step });

  const tellSize = (): void =>
    tell({ type: 'resized', height: Math.min(MAX_HEIGHT_PX, Math.ceil(root.getBoundingClientRect().height)) });
  draw();
  scrollTo(0, 0);
  // At once: the observer speaks a frame later.
  tellSize();
  const sizes = new ResizeObserver(tellSize);
  sizes.observe(root);
  signal.addEventListener('abort', () => sizes.disconnect());
  for (const [type, over] of [
    ['pointerenter', true],
    ['pointerleave', false],
  ] as const) {
    const report = (event: PointerEvent): void => {
      if (event.isTrusted) tell({ type: 'pointer', over });
    };
    document.documentElement.addEventListener(type, report, { signal });
  }
  document.addEventListener('keydown', (key) => key.key === 'Escape' && close(), { signal });
}

/** The manager's page for a wrong mark; null for a card that no mark has opened. */
function correctUrl({ entity, match }: CardView): string | null {
  if (match === null) return null;
  const { alias, sentence, site, alternatives } = match;
  const draft = { entity: entity.ref, alias, sentence, site, others: alternatives.map(({ ref }) => ref) };
  return browser.runtime.getURL(formatRoute({ view: 'corrections', draft }));
}
