/** Runs in a page: makes random edits of all kinds below its body. The same seed makes the same edits. */
export function editPage({ seed, edits }: { readonly seed: number; readonly edits: number }): void {
  const TEXTS = [
    'Huawei rose.',
    'Sense',
    'Time fell.',
    'Nothing here.',
    'Hua',
    'wei and ',
    'Tencent',
    ' Music',
    'iFlytek said so.',
  ];
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
  const pick = <T>(items: readonly T[]): T | undefined => items[random(Math.max(1, items.length))];
  const text = (): string => pick(TEXTS) ?? '';
  const elements = (): HTMLElement[] => [...document.body.querySelectorAll<HTMLElement>('p, div, b, span')];
  const texts = (): Text[] => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) found.push(node as Text);
    return found;
  };
  const make = (name: string): HTMLElement => {
    const element = document.createElement(name);
    element.append(text());
    return element;
  };
  const place = (): HTMLElement => pick(elements()) ?? document.body;
  const EDITS: readonly (() => void)[] = [
    () => document.body.append(make('p')),
    () => place().append(make(pick(['b', 'span', 'div', 'p']) ?? 'b')),
    () => place().prepend(text()),
    () => pick(elements())?.remove(),
    () => pick(elements())?.before(make('p')),
    () => {
      const node = pick(texts());
      if (node !== undefined) node.data = text();
    },
    () => {
      const node = pick(texts());
      if (node !== undefined && node.length > 1) node.splitText(1 + random(node.length - 1));
    },
    () => pick(texts())?.remove(),
    () => {
      const node = pick(texts());
      if (node === undefined) return;
      const wrap = document.createElement('b');
      node.replaceWith(wrap);
      wrap.append(node);
    },
    () => {
      const [moved, target] = [place(), place()];
      if (moved !== document.body && !moved.contains(target)) target.append(moved);
    },
    () => document.body.normalize(),
    () => {
      place().innerHTML = `<p>${text()} <b>${text()}</b></p>${text()}`;
    },
  ];
  document.querySelector('#last')?.remove();
  for (let count = 0; count < edits; count++) pick(EDITS)?.();
  // Whoever marks this has read what came before it.
  document.body.insertAdjacentHTML('beforeend', '<p id="last">Hikvision, at last.</p>');
}

/** Runs in a page: the stretches of its text that are painted, as offsets in `body.textContent`; touching ones are one. */
export function readStretches(): [number, number][] {
  const starts = new Map<Node, number>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    starts.set(node, length);
    length += (node as Text).length;
  }
  const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight] as StaticRange[]);
  const stretches = ranges
    .flatMap(({ startContainer, startOffset, endOffset }): [number, number][] => {
      const start = starts.get(startContainer);
      return start === undefined ? [] : [[start + startOffset, start + endOffset]];
    })
    .toSorted((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const stretch of stretches) {
    const last = merged.at(-1);
    if (last !== undefined && last[1] === stretch[0]) last[1] = stretch[1];
    else merged.push([...stretch]);
  }
  return merged;
}
