import type { Builtins } from './keep-builtins.ts';

export type Sight = {
  /** What a page's scripts could read: markup, boxes, globals, style sheets, requests. */
  readonly view: () => string;
  /** The texts painted by others than the page, in document order, one a line. */
  readonly marks: () => string;
};

type Place = { readonly start: number; readonly end: number; next: Place | null };

/** Runs in the page. Gathers text only: adding to an array could run a setter that the page has put on a prototype. */
export function seePage(kept: Builtins, section: string): Sight {
  const visit = (node: Node, see: (node: Node) => void): void => {
    see(node);
    const shadow = kept.nodeType(node) === 1 ? kept.shadowRoot(node) : null;
    if (shadow !== null) visit(shadow, see);
    for (let child = kept.firstChild(node); child !== null; child = kept.nextSibling(child)) visit(child, see);
  };
  const insert = (first: Place | null, place: Place): Place => {
    if (first === null || place.start < first.start) return { ...place, next: first };
    return { ...first, next: insert(first.next, place) };
  };
  const marks = (): string => {
    const places = new kept.Places();
    const highlights = kept.eachHighlight(kept.registry);
    // No callbacks: where a page may run no script, they are not run either.
    for (let entry = kept.nextHighlight(highlights); !entry.done; entry = kept.nextHighlight(highlights)) {
      // Ours have a name of letters; the pages call theirs "page-…".
      if (kept.begins(entry.value[0], 'page-')) continue;
      const ranges = kept.eachRange(entry.value[1]);
      for (let next = kept.nextRange(ranges); !next.done; next = kept.nextRange(ranges)) {
        const node = kept.rangeNode(next.value);
        const place: Place = { start: kept.rangeStart(next.value), end: kept.rangeEnd(next.value), next: null };
        kept.put(places, node, insert((kept.take(places, node) as Place | undefined) ?? null, place));
      }
    }
    let found = '';
    visit(kept.document, (node) => {
      let place = (kept.take(places, node) as Place | undefined) ?? null;
      for (; place !== null; place = place.next) found += `${kept.cut(kept.textOf(node), place.start, place.end)}\n`;
    });
    return found;
  };
  const boxOf = (element: Element): string => {
    const box = kept.boxOf(element);
    const size = `${kept.round(kept.boxWidth(box))}x${kept.round(kept.boxHeight(box))}`;
    return `${kept.nodeName(element)} ${size} at ${kept.round(kept.boxLeft(box))},${kept.round(kept.boxTop(box))}\n`;
  };
  const keysOf = (owner: object): string => {
    let keys = '';
    const all = kept.ownKeys(owner);
    for (let index = 0; index < all.length; index++) {
      const key = all[index];
      if (typeof key === 'string') keys += `${key}\n`;
    }
    return keys;
  };
  const requests = (): string => {
    let names = '';
    const entries = kept.entries(kept.performance, 'resource');
    for (let index = 0; index < entries.length; index++) {
      const address = kept.entryName(entries[index] as object);
      // Asked for whenever the browser likes.
      if (!kept.ends(address, '/favicon.ico')) names += `${address}\n`;
    }
    return names;
  };
  const view = (): string => {
    const root = kept.rootElement(kept.document);
    let markup = root === null ? '' : kept.outerHtml(root);
    let boxes = '';
    visit(kept.document, (node) => {
      if (kept.nodeType(node) !== 1) return;
      boxes += boxOf(node as Element);
      const shadow = kept.shadowRoot(node);
      if (shadow !== null) markup += `\nshadow of ${kept.nodeName(node)}: ${kept.innerHtml(shadow)}`;
    });
    const active = kept.activeElement(kept.document);
    const selection = kept.selectionOf(kept.document);
    const counts =
      `sheets ${kept.sheetCount(kept.sheets(kept.document))}, adopted ${kept.adoptedSheets(kept.document).length}, ` +
      `frames ${kept.window.length}, active ${active === null ? 'none' : kept.nodeName(active)}, ` +
      `at ${kept.round(kept.window.scrollX)},${kept.round(kept.window.scrollY)}, ` +
      `selected ${selection === null ? 'none' : `${kept.selectedRanges(selection)} "${kept.selectedText(selection)}"`}`;
    return (
      `${section}markup\n${markup}${section}boxes\n${boxes}${section}counts\n${counts}` +
      `${section}globals\n${keysOf(kept.window)}${section}document\n${keysOf(kept.document)}${section}requests\n${requests()}`
    );
  };
  return { view, marks };
}
