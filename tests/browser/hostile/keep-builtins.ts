export type Builtins = ReturnType<typeof keepBuiltins>;

/**
 * Runs in the page before any script of its own and keeps what the recorder needs from prototypes that the page may spoil.
 * Self-contained, since it travels as its source.
 */
export function keepBuiltins() {
  const { apply, ownKeys, getOwnPropertyDescriptor } = Reflect;
  const getter = <T>(prototype: object, key: string): ((owner: object) => T) => {
    const get = getOwnPropertyDescriptor(prototype, key)?.get as (() => T) | undefined;
    // Chromium has some attributes on the objects themselves, where no page can spoil them.
    if (get === undefined) return (owner) => (owner as Record<string, T>)[key] as T;
    return (owner) => apply(get, owner, []);
  };
  const method = <T>(prototype: object, key: string): ((owner: unknown, ...given: unknown[]) => T) => {
    const call = getOwnPropertyDescriptor(prototype, key)?.value as () => T;
    return (owner, ...given) => apply(call, owner, given);
  };
  const writeText = getOwnPropertyDescriptor(Node.prototype, 'textContent')?.set as () => void;
  return {
    window,
    document,
    registry: CSS.highlights,
    performance,
    ownKeys,
    round: Math.round,
    Observer: MutationObserver,
    Places: Map<Node, unknown>,
    typeOf: getter<string>(Event.prototype, 'type'),
    targetOf: getter<EventTarget | null>(Event.prototype, 'target'),
    messageOf: getter<unknown>(MessageEvent.prototype, 'data'),
    directiveOf: getter<string>(SecurityPolicyViolationEvent.prototype, 'violatedDirective'),
    blockedOf: getter<string>(SecurityPolicyViolationEvent.prototype, 'blockedURI'),
    recordType: getter<string>(MutationRecord.prototype, 'type'),
    recordTarget: getter<Node>(MutationRecord.prototype, 'target'),
    recordAdded: getter<NodeList>(MutationRecord.prototype, 'addedNodes'),
    recordRemoved: getter<NodeList>(MutationRecord.prototype, 'removedNodes'),
    recordAttribute: getter<string | null>(MutationRecord.prototype, 'attributeName'),
    nodeCount: getter<number>(NodeList.prototype, 'length'),
    nodeName: getter<string>(Node.prototype, 'nodeName'),
    nodeType: getter<number>(Node.prototype, 'nodeType'),
    firstChild: getter<Node | null>(Node.prototype, 'firstChild'),
    nextSibling: getter<Node | null>(Node.prototype, 'nextSibling'),
    shadowRoot: getter<ShadowRoot | null>(Element.prototype, 'shadowRoot'),
    textOf: getter<string>(CharacterData.prototype, 'data'),
    write: (node: Node, text: string) => apply(writeText, node, [text]),
    outerHtml: getter<string>(Element.prototype, 'outerHTML'),
    innerHtml: getter<string>(ShadowRoot.prototype, 'innerHTML'),
    boxOf: method<DOMRect>(Element.prototype, 'getBoundingClientRect'),
    boxLeft: getter<number>(DOMRectReadOnly.prototype, 'x'),
    boxTop: getter<number>(DOMRectReadOnly.prototype, 'y'),
    boxWidth: getter<number>(DOMRectReadOnly.prototype, 'width'),
    boxHeight: getter<number>(DOMRectReadOnly.prototype, 'height'),
    rootElement: getter<Element | null>(Document.prototype, 'documentElement'),
    activeElement: getter<Element | null>(Document.prototype, 'activeElement'),
    sheets: getter<StyleSheetList>(Document.prototype, 'styleSheets'),
    sheetCount: getter<number>(StyleSheetList.prototype, 'length'),
    adoptedSheets: getter<CSSStyleSheet[]>(Document.prototype, 'adoptedStyleSheets'),
    createElement: method<HTMLElement>(Document.prototype, 'createElementNS'),
    appendChild: method<Node>(Node.prototype, 'appendChild'),
    styleOf: getter<CSSStyleDeclaration>(HTMLElement.prototype, 'style'),
    setStyle: method<unknown>(CSSStyleDeclaration.prototype, 'setProperty'),
    eachHighlight: method<Iterator<[string, Highlight]>>(HighlightRegistry.prototype, 'entries'),
    eachRange: method<Iterator<AbstractRange>>(Highlight.prototype, 'values'),
    nextHighlight: method<IteratorResult<[string, Highlight]>>(Object.getPrototypeOf(CSS.highlights.entries()), 'next'),
    nextRange: method<IteratorResult<AbstractRange>>(Object.getPrototypeOf(new Highlight().values()), 'next'),
    rangeNode: getter<Node>(AbstractRange.prototype, 'startContainer'),
    rangeStart: getter<number>(AbstractRange.prototype, 'startOffset'),
    rangeEnd: getter<number>(AbstractRange.prototype, 'endOffset'),
    put: method<unknown>(Map.prototype, 'set'),
    take: method<unknown>(Map.prototype, 'get'),
    cut: method<string>(String.prototype, 'slice'),
    begins: method<boolean>(String.prototype, 'startsWith'),
    ends: method<boolean>(String.prototype, 'endsWith'),
    selectionOf: method<Selection | null>(Document.prototype, 'getSelection'),
    selectedRanges: getter<number>(Selection.prototype, 'rangeCount'),
    selectedText: method<string>(Selection.prototype, 'toString'),
    entries: method<PerformanceEntry[]>(Performance.prototype, 'getEntriesByType'),
    entryName: getter<string>(PerformanceEntry.prototype, 'name'),
    listen: method<unknown>(EventTarget.prototype, 'addEventListener'),
    observe: method<unknown>(MutationObserver.prototype, 'observe'),
    takeRecords: method<MutationRecord[]>(MutationObserver.prototype, 'takeRecords'),
    nextFrame: requestAnimationFrame.bind(window),
  };
}
