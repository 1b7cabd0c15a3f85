type Result<M> = M extends (...given: infer _Given) => infer R ? R : never;

export type Builtins = ReturnType<typeof keepBuiltins>;

/**
 * Runs in the page before any script of its own and keeps what the recorder needs from prototypes that the page may spoil.
 * Self-contained, since it travels as its source.
 */
export function keepBuiltins() {
  const { apply, ownKeys, getOwnPropertyDescriptor } = Reflect;
  const getter = <P extends object, K extends keyof P & string>(prototype: P, key: K): ((owner: object) => P[K]) => {
    const get = getOwnPropertyDescriptor(prototype, key)?.get as (() => P[K]) | undefined;
    // Chromium has some attributes on the objects themselves, where no page can spoil them.
    if (get === undefined) return (owner) => (owner as P)[key];
    return (owner) => apply(get, owner, []);
  };
  const method = <P extends object, K extends keyof P & string>(
    prototype: P,
    key: K,
  ): ((owner: unknown, ...given: unknown[]) => Result<P[K]>) => {
    const call = getOwnPropertyDescriptor(prototype, key)?.value as () => Result<P[K]>;
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
    typeOf: getter(Event.prototype, 'type'),
    targetOf: getter(Event.prototype, 'target'),
    messageOf: getter(MessageEvent.prototype, 'data'),
    directiveOf: getter(SecurityPolicyViolationEvent.prototype, 'violatedDirective'),
    blockedOf: getter(SecurityPolicyViolationEvent.prototype, 'blockedURI'),
    recordType: getter(MutationRecord.prototype, 'type'),
    recordTarget: getter(MutationRecord.prototype, 'target'),
    recordAdded: getter(MutationRecord.prototype, 'addedNodes'),
    recordRemoved: getter(MutationRecord.prototype, 'removedNodes'),
    recordAttribute: getter(MutationRecord.prototype, 'attributeName'),
    nodeCount: getter(NodeList.prototype, 'length'),
    nodeName: getter(Node.prototype, 'nodeName'),
    nodeType: getter(Node.prototype, 'nodeType'),
    firstChild: getter(Node.prototype, 'firstChild'),
    nextSibling: getter(Node.prototype, 'nextSibling'),
    shadowRoot: getter(Element.prototype, 'shadowRoot'),
    textOf: getter(CharacterData.prototype, 'data'),
    write: (node: Node, text: string) => apply(writeText, node, [text]),
    outerHtml: getter(Element.prototype, 'outerHTML'),
    innerHtml: getter(ShadowRoot.prototype, 'innerHTML'),
    boxOf: method(Element.prototype, 'getBoundingClientRect'),
    boxLeft: getter(DOMRectReadOnly.prototype, 'x'),
    boxTop: getter(DOMRectReadOnly.prototype, 'y'),
    boxWidth: getter(DOMRectReadOnly.prototype, 'width'),
    boxHeight: getter(DOMRectReadOnly.prototype, 'height'),
    rootElement: getter(Document.prototype, 'documentElement'),
    activeElement: getter(Document.prototype, 'activeElement'),
    sheets: getter(Document.prototype, 'styleSheets'),
    sheetCount: getter(StyleSheetList.prototype, 'length'),
    adoptedSheets: getter(Document.prototype, 'adoptedStyleSheets'),
    createElement: method(Document.prototype, 'createElementNS'),
    appendChild: method(Node.prototype, 'appendChild'),
    styleOf: getter(HTMLElement.prototype, 'style'),
    setStyle: method(CSSStyleDeclaration.prototype, 'setProperty'),
    eachHighlight: method(HighlightRegistry.prototype, 'entries'),
    eachRange: method(Highlight.prototype, 'values'),
    nextHighlight: method(Object.getPrototypeOf(CSS.highlights.entries()) as Iterator<[string, Highlight]>, 'next'),
    nextRange: method(Object.getPrototypeOf(new Highlight().values()) as Iterator<AbstractRange>, 'next'),
    rangeNode: getter(AbstractRange.prototype, 'startContainer'),
    rangeStart: getter(AbstractRange.prototype, 'startOffset'),
    rangeEnd: getter(AbstractRange.prototype, 'endOffset'),
    put: method(Map.prototype, 'set'),
    take: method(Map.prototype, 'get'),
    cut: method(String.prototype, 'slice'),
    begins: method(String.prototype, 'startsWith'),
    ends: method(String.prototype, 'endsWith'),
    selectionOf: method(Document.prototype, 'getSelection'),
    selectedRanges: getter(Selection.prototype, 'rangeCount'),
    selectedText: method(Selection.prototype, 'toString'),
    entries: method(Performance.prototype, 'getEntriesByType'),
    entryName: getter(PerformanceEntry.prototype, 'name'),
    listen: method(EventTarget.prototype, 'addEventListener'),
    observe: method(MutationObserver.prototype, 'observe'),
    takeRecords: method(MutationObserver.prototype, 'takeRecords'),
    nextFrame: requestAnimationFrame.bind(window),
  };
}
