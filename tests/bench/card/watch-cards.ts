/**
 * Runs in the page: times every box that opens over it. From the moment a card's element, new or kept from the last card, is taken
 * into the top layer (the end of the dwell) to the first frame in which it can be seen, which it is once what is in it has been
 * laid out.
 */
export function watchCards(): void {
  const cardTimes: number[] = [];
  const timeCard = (card: HTMLElement): void => {
    const opened = performance.now();
    const look = (): void => {
      if (!card.isConnected) return;
      if (getComputedStyle(card).opacity !== '1') requestAnimationFrame(look);
      // By the next frame this one has been painted.
      else requestAnimationFrame(() => cardTimes.push(performance.now() - opened));
    };
    requestAnimationFrame(look);
  };
  Object.assign(globalThis, { cardTimes, timeCard });
  const onOpened = ({ target, newState }: ToggleEvent): void => {
    if (newState === 'open' && target instanceof HTMLDivElement) timeCard(target);
  };
  document.addEventListener('beforetoggle', onOpened, { capture: true });
}

/** Runs in the page: shows the same text in a box without a frame and a store, made when the pointer comes over a word. */
export function showPlainCards(text: string): void {
  const { timeCard } = globalThis as unknown as { timeCard: (card: HTMLElement) => void };
  addEventListener('pointerover', (event) => {
    document.querySelector('html > div')?.remove();
    if (!(event.target instanceof HTMLElement) || event.target.tagName !== 'B') return;
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'closed' });
    const card = document.createElement('section');
    card.style.cssText =
      'width:368px;max-height:460px;overflow:auto;padding:16px;font:13px/1.45 system-ui;border-radius:12px;background:#fff;box-shadow:0 12px 32px #0003';
    for (const line of text.split('\n')) card.append(Object.assign(document.createElement('p'), { textContent: line }));
    root.append(card);
    host.style.cssText = 'position:fixed;inset:240px auto auto 40px;opacity:0';
    document.documentElement.append(host);
    requestAnimationFrame(() => {
      host.style.opacity = '1';
    });
    timeCard(host);
  });
}
