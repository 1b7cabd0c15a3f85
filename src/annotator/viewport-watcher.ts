import { hasNoBox, parentElementOf } from './composed-tree.ts';

/** Marks are registered from one screen above the viewport to one below: a registered range costs on every changing frame. */
const MARGIN = '100% 0px';

/** Tells which blocks are near the viewport. Blocks that are not displayed never are. */
export type ViewportWatcher = {
  watch(container: Node): void;
  unwatch(container: Node): void;
  near(): Iterable<Node>;
  stop(): void;
};

export function watchNearViewport(onChange: () => void): ViewportWatcher {
  const containers = new Map<Element, Set<Node>>();
  const boxes = new Map<Node, Element>();
  const near = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        if (isIntersecting) near.add(target);
        else near.delete(target);
        if (!isIntersecting && isEmpty(boundingClientRect) && hasNoBox(target)) climb(target);
      }
      onChange();
    },
    { rootMargin: MARGIN },
  );
  const put = (container: Node, box: Element): void => {
    boxes.set(container, box);
    const sharing = containers.get(box);
    if (sharing !== undefined) sharing.add(container);
    else {
      containers.set(box, new Set([container]));
      observer.observe(box);
    }
  };
  const leave = (box: Element): void => {
    containers.delete(box);
    near.delete(box);
    observer.unobserve(box);
  };
  /** Watches what is around an element without a box in its place. Asked here, where the frame has its styles already. */
  const climb = (element: Element): void => {
    const held = containers.get(element) ?? [];
    const box = boxAround(parentElementOf(element));
    leave(element);
    for (const container of held) if (box !== null) put(container, box);
  };
  return {
    watch(container) {
      if (boxes.has(container)) return;
      const element = firstElementOf(container);
      if (element !== null) put(container, element);
    },
    unwatch(container) {
      const box = boxes.get(container);
      if (box === undefined) return;
      boxes.delete(container);
      const sharing = containers.get(box);
      sharing?.delete(container);
      if (sharing?.size === 0) leave(box);
    },
    near: () => [...near].flatMap((box) => [...(containers.get(box) ?? [])]),
    stop() {
      observer.disconnect();
      containers.clear();
      boxes.clear();
      near.clear();
    },
  };
}

/** Whether a block's box is on the screen or within one screen of it, now. */
export function isNearViewport(container: Node): boolean {
  const box = boxAround(firstElementOf(container))?.getBoundingClientRect();
  return box !== undefined && box.bottom > -window.innerHeight && box.top < window.innerHeight * 2;
}

/** The nearest element with a box of its own: a shadow root and an element with `display: contents` have none. */
function boxAround(element: Element | null): Element | null {
  for (let at = element; at !== null; at = parentElementOf(at)) if (!hasNoBox(at)) return at;
  return null;
}

const isEmpty = ({ width, height }: DOMRectReadOnly): boolean => width === 0 && height === 0;

function firstElementOf(container: Node): Element | null {
  if (container instanceof ShadowRoot) return container.host;
  // In XML no element is known as a block, so that text flows in the document itself.
  if (container instanceof Document) return container.documentElement;
  return container instanceof Element ? container : null;
}
