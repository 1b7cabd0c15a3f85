/** What the spy of a page has seen so far. */
export type Sightings = {
  readonly messages: number;
  /** Events that neither the browser nor the page made. */
  readonly events: readonly string[];
  readonly mutations: number;
  /** Traps in DOM methods that somebody other than the page stepped on. */
  readonly traps: readonly string[];
};

type SpyWindow = Window & { spy: { messages: number; events: string[]; mutations: number; traps: string[] } };

/** Runs in the page before anything else: listens to all there is to hear. */
function installSpy(eventNames: readonly string[]): void {
  const spy: SpyWindow['spy'] = { messages: 0, events: [], mutations: 0, traps: [] };
  (window as unknown as SpyWindow).spy = spy;
  addEventListener('message', () => spy.messages++, true);
  for (const name of eventNames)
    for (const target of [window, document])
      target.addEventListener(name, (event) => !event.isTrusted && spy.events.push(name), true);
  const methods: [object, string][] = [
    [EventTarget.prototype, 'dispatchEvent'],
    [EventTarget.prototype, 'addEventListener'],
    [Element.prototype, 'attachShadow'],
    [Element.prototype, 'checkVisibility'],
    [Element.prototype, 'getBoundingClientRect'],
    [Document.prototype, 'createTreeWalker'],
    [Document.prototype, 'caretPositionFromPoint'],
    [Node.prototype, 'contains'],
    [window, 'getComputedStyle'],
    [window, 'postMessage'],
    [window, 'requestAnimationFrame'],
    [window, 'setTimeout'],
  ];
  for (const [owner, key] of methods) {
    const original = (owner as Record<string, unknown>)[key] as (...values: unknown[]) => unknown;
    Object.defineProperty(owner, key, {
      configurable: true,
      value(this: unknown, ...values: unknown[]) {
        // What drives the tests works in the page too; the extension would be named in the stack.
        if (/-extension:/.test(new Error('trap').stack ?? '')) spy.traps.push(key);
        return original.apply(this, values);
      },
    });
  }
  new MutationObserver((records) => {
    if (document.readyState === 'complete') spy.mutations += records.length;
  }).observe(document, { childList: true, attributes: true, characterData: true, subtree: true });
}

/** A script element that runs `run` in the page. */
export const inlineScript = <A>(run: (argument: A) => void, argument: A): string =>
  `<script>(${run.toString()})(${JSON.stringify(argument).replaceAll('<', '\\u003c')})</script>`;

export const spyPage = (body: string, eventNames: readonly string[] = []): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>Spy</title>${inlineScript(installSpy, eventNames)}</head><body>${body}</body></html>`;

/** To be evaluated in a page of `spyPage`. */
export const readSightings = (): Sightings => (window as unknown as SpyWindow).spy;

/** To be evaluated in a page of `spyPage`: all that can be seen of an extension without provoking it. */
export const observe = () => ({
  markup: document.documentElement.outerHTML,
  highlights: CSS.highlights.size,
  frames: window.length,
  sheets: document.styleSheets.length,
  adoptedSheets: document.adoptedStyleSheets.length,
  fonts: document.fonts.size,
  resources: performance.getEntriesByType('resource').map(({ name }) => name),
  windowProperties: Object.getOwnPropertyNames(window).toSorted(),
  documentProperties: Reflect.ownKeys(document).map(String).toSorted(),
  navigatorProperties: [...Reflect.ownKeys(navigator), ...Reflect.ownKeys(Navigator.prototype)].map(String).toSorted(),
  elementProperties: [document.documentElement, document.body].flatMap((element) =>
    Reflect.ownKeys(element).map(String),
  ),
  stack: /-extension:/.test(new Error('probe').stack ?? ''),
  sightings: (window as unknown as SpyWindow).spy,
});
