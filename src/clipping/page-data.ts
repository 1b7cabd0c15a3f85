import { CLIP_CAPS } from '../core/capture/clip-caps.ts';
import type { Clip } from '../core/capture/clip.ts';
import { textContentOf } from '../dom/prototype-getters.ts';

const TIMES = 'article time[datetime], main time[datetime], time[pubdate], [itemprop="datePublished"][datetime]';
const BYLINES = '[rel~="author"], [itemprop="author"] [itemprop="name"], [itemprop="author"]:not(:has(*))';

// Through the prototypes: a form or an image named `title` or `querySelectorAll` shadows what a document has.
const select = (selector: string): NodeListOf<Element> => Document.prototype.querySelectorAll.call(document, selector);
const attribute = (element: Element, name: string): string => Element.prototype.getAttribute.call(element, name) ?? '';
const textOf = (node: Node): string => textContentOf(node) ?? '';

/** The first elements that `selector` finds: a page may have a million of them. */
function* first(selector: string, count: number): Generator<Element> {
  const found = select(selector);
  for (let at = 0; at < found.length && at < count; at++) {
    const element = found[at];
    if (element !== undefined) yield element;
  }
}

export const readTitle = (): string => {
  const [title] = first('title', 1);
  return title === undefined ? '' : textOf(title);
};

/** Where the frame is, and where the page says it is. */
export function readAddress(): Pick<Clip, 'url' | 'canonical'> {
  const [link] = first('link[rel~="canonical"][href]', 1);
  const canonical = link instanceof HTMLLinkElement ? link.href : '';
  return { url: upTo(location.href, CLIP_CAPS.url), canonical: upTo(canonical, CLIP_CAPS.url) };
}

/** An address that is too long is no address once it is cut. */
const upTo = (address: string, length: number): string => (address.length > length ? '' : address);

/** The language declared nearest to a node. */
export function readLanguage(container: Element | null): string {
  const holder = container === null ? null : Element.prototype.closest.call(container, '[lang]');
  const [root] = first(':root[lang]', 1);
  const element = holder ?? root;
  return element === undefined ? '' : attribute(element, 'lang');
}

export function readMetas(): Clip['metas'] {
  const metas: Clip['metas'] = [];
  for (const meta of first('meta[content]', CLIP_CAPS.metas)) {
    const name = (attribute(meta, 'name') || attribute(meta, 'property') || attribute(meta, 'itemprop')).toLowerCase();
    if (name !== '' && name.length <= CLIP_CAPS.metaName)
      metas.push([name, attribute(meta, 'content').slice(0, CLIP_CAPS.text)]);
  }
  return metas;
}

/** Scripts that are too long are left out: cut, they would be no JSON. */
export function readJsonLd(): string[] {
  const blocks: string[] = [];
  let room: number = CLIP_CAPS.jsonLd;
  for (const script of first('script[type="application/ld+json" i]', CLIP_CAPS.jsonLdBlocks)) {
    const text = textOf(script);
    if (text.length > room) continue;
    room -= text.length;
    blocks.push(text);
  }
  return blocks;
}

export const readTimes = (): string[] =>
  [...first(TIMES, CLIP_CAPS.times)].map((time) => attribute(time, 'datetime').slice(0, CLIP_CAPS.text));

export const readBylines = (): string[] =>
  [...first(BYLINES, CLIP_CAPS.bylines)]
    .map((element) => textOf(element).trim().slice(0, CLIP_CAPS.text))
    .filter((text) => text !== '');
