type FindWindow = Window & { find(text: string, caseSensitive: boolean, backwards: boolean, wrap: boolean): boolean };
type Shadow = { getHTML?(options: object): string };

/** To be evaluated in the page: which of these words the page finds by searching, selecting, copying and serialising. */
export function searchWords(words: string[]): { way: string; word: string }[] {
  const found: { way: string; word: string }[] = [];
  const note = (way: string, text: string): void => {
    for (const word of words) if (text.includes(word)) found.push({ way, word });
  };
  for (const word of words) {
    getSelection()?.removeAllRanges();
    if ((window as unknown as FindWindow).find(word, true, false, true)) found.push({ way: 'find', word });
    note('selection after find', getSelection()?.toString() ?? '');
  }
  let copied = '';
  const onCopy = (event: ClipboardEvent): void => {
    copied = `${event.clipboardData?.getData('text/plain')} ${event.clipboardData?.getData('text/html')} ${getSelection()?.toString()}`;
  };
  document.addEventListener('copy', onCopy);
  getSelection()?.selectAllChildren(document.documentElement);
  note('selection of everything', getSelection()?.toString() ?? '');
  document.execCommand('selectAll');
  document.execCommand('copy');
  document.removeEventListener('copy', onCopy);
  note('copy', copied);
  getSelection()?.removeAllRanges();
  const root = document.documentElement as HTMLElement & Shadow;
  note('text', `${root.textContent} ${root.innerText}`);
  note('markup', root.outerHTML);
  note('serialised roots', root.getHTML?.({ serializableShadowRoots: true, shadowRoots: [] }) ?? '');
  note('generated markup', new XMLSerializer().serializeToString(document));
  const range = document.createRange();
  range.selectNode(root);
  note('range', range.toString());
  return found;
}

/** To be evaluated in the page: what it can get hold of around the card's element, in the middle of it. */
export function reachForFrame() {
  const host = document.documentElement.lastElementChild as HTMLElement & { openOrClosedShadowRoot?: unknown };
  const box = host.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const chain = document.elementsFromPoint(x, y).filter((element) => !document.body.contains(element));
  const caret = document.caretPositionFromPoint(x, y)?.offsetNode;
  return {
    root: host.shadowRoot === null ? 'closed' : 'open',
    openOrClosed: host.openOrClosedShadowRoot === undefined ? 'absent' : 'there',
    inChain: chain.map((element) => element.localName),
    attributes: [...host.attributes].map((attribute) => attribute.name),
    children: host.childNodes.length,
    caretInText: caret instanceof Text && !document.body.contains(caret),
    frames: window.length,
    firstFrame: typeof (window as unknown as Record<number, unknown>)[0],
    active: document.activeElement?.localName,
    resources: performance.getEntries().filter(({ name }) => /-extension:|card/.test(name)).length,
  };
}
