import { parentElementOf } from './composed-tree.ts';

/** Smaller letters are read by nobody. */
const MIN_FONT_PX = 6;
/** What a box must have at least, in pixels, to show a word. Boxes of one pixel are how pages hide text from the eye. */
const MIN_BOX_PX = 4;
/** Opacity below which letters are not seen. */
const MIN_ALPHA = 0.1;

/** Says of an element whether an eye could see the text in it. */
export type DrawnTest = (element: Element) => boolean;

/**
 * A test for one look at the page. `checkVisibility` knows about boxes that are not displayed; this knows the other ways in
 * which pages hide words: no size, no colour, clipped away, moved off the page. What it learns of ancestors it remembers for
 * this look. Styles are asked for near the viewport only, where the browser has them already.
 */
export function createDrawnTest(): DrawnTest {
  const open = new Map<Element, boolean>();
  const backs = new Map<Element, Backdrop | null>();

  /** Whether nothing around an element, or itself, cuts off what is in it. */
  const isOpen = (element: Element | null): boolean => {
    if (element === null) return true;
    const known = open.get(element);
    if (known !== undefined) return known;
    const style = getComputedStyle(element);
    const own =
      !isFadedOut(style) && !isClippedAway(style) && !isTooSmall(element, style) && isOpen(parentElementOf(element));
    open.set(element, own);
    return own;
  };
  const backdropOf = (element: Element | null): Backdrop | null => {
    if (element === null) return null;
    const known = backs.get(element);
    if (known !== undefined) return known;
    const { backgroundColor, backgroundImage } = getComputedStyle(element);
    const isPlain = backgroundImage === 'none' && alphaOf(backgroundColor) === 0;
    const backdrop = isPlain
      ? backdropOf(parentElementOf(element))
      : { owner: element, color: backgroundImage === 'none' ? backgroundColor : null };
    backs.set(element, backdrop);
    return backdrop;
  };
  return (element) => {
    const style = getComputedStyle(element);
    if (Number.parseFloat(style.fontSize) < MIN_FONT_PX) return false;
    const box = Element.prototype.getBoundingClientRect.call(element);
    if (style.display !== 'contents' && isOffPage(box, Number.parseFloat(style.textIndent) || 0)) return false;
    return hasColor(style, () => backdropOf(element), box) && isOpen(element);
  };
}

/** The nearest background behind an element; its colour is null where it is an image. */
type Backdrop = { readonly owner: Element; readonly color: string | null };

/** Above or left of where a document can be scrolled to; or with no extent at all, as after `scale(0)`. */
function isOffPage(box: DOMRect, indent: number): boolean {
  if (box.width === 0 && box.height === 0) return true;
  const root = document.documentElement;
  // Documents that run from right to left are scrolled to negative places.
  const isFromRight = getComputedStyle(root).direction === 'rtl';
  const left = isFromRight ? root.clientWidth - root.scrollWidth : 0;
  const right = box.right + window.scrollX;
  return right <= left || box.bottom + window.scrollY <= 0 || (!isFromRight && right + indent <= left);
}

/** A box that hides what does not fit, and is too small for a word. */
function isTooSmall(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.overflowX === 'visible' && style.overflowY === 'visible') return false;
  if (style.display === 'inline' || style.display === 'contents') return false;
  const { width, height } = Element.prototype.getBoundingClientRect.call(element);
  return (
    (style.overflowX !== 'visible' && width < MIN_BOX_PX) || (style.overflowY !== 'visible' && height < MIN_BOX_PX)
  );
}

/** Faded by opacity, a filter, or a mask that lets nothing through. */
function isFadedOut({ opacity, filter, maskImage }: CSSStyleDeclaration): boolean {
  if (Number(opacity) < MIN_ALPHA || /\bopacity\(0?\.?0\d*%?\)/.test(filter)) return true;
  const colors = maskImage.startsWith('linear-gradient(') ? maskImage.match(/rgba?\([^)]*\)/g) : null;
  return colors !== null && colors.every((color) => alphaOf(color) < MIN_ALPHA);
}

/** The two ways to clip a box to nothing: `inset` past the middle, or a shape without extent. */
function isClippedAway({ clip, clipPath, position }: CSSStyleDeclaration): boolean {
  if ((position === 'absolute' || position === 'fixed') && clip.startsWith('rect(') && !clip.includes('auto')) {
    const [top = 0, right = 0, bottom = 0, left = 0] = numbersOf(clip);
    if (bottom - top < MIN_BOX_PX || right - left < MIN_BOX_PX) return true;
  }
  if (clipPath.startsWith('inset(') && clipPath.includes('%')) {
    const [top = 0, right = top, bottom = top, left = right] = numbersOf(clipPath);
    return top + bottom >= 100 || left + right >= 100;
  }
  return /^(?:circle|ellipse)\(0(?:px|%)?[\s)]/.test(clipPath);
}

const numbersOf = (value: string): number[] => (value.match(/-?[\d.]+/g) ?? []).map(Number);

/** Whether letters are neither transparent nor of the very colour of what is behind them. */
function hasColor(style: CSSStyleDeclaration, backdrop: () => Backdrop | null, box: DOMRect): boolean {
  // Gradient text is transparent so that its background shows through the letters.
  if (style.backgroundClip.includes('text')) return true;
  const fill = style.getPropertyValue('-webkit-text-fill-color') || style.color;
  if (alphaOf(fill) < MIN_ALPHA) return false;
  const behind = backdrop();
  return behind === null || behind.color !== fill || hasPictureBehind(behind.owner, box);
}

/** White words on a white page may stand on a picture that is placed under them. */
function hasPictureBehind(owner: Element, box: DOMRect): boolean {
  return [...Element.prototype.querySelectorAll.call(owner, 'img, video, canvas, svg')].some((picture) => {
    const other = Element.prototype.getBoundingClientRect.call(picture);
    return other.left < box.right && other.right > box.left && other.top < box.bottom && other.bottom > box.top;
  });
}

/** The opacity of a computed colour, which is printed as `rgb(r, g, b)`, `rgba(r, g, b, a)` or `color(… / a)`. */
function alphaOf(color: string): number {
  const alpha = /^rgba\(.*,\s*([\d.]+)\)$/.exec(color)?.[1] ?? /\/\s*([\d.]+)\)$/.exec(color)?.[1];
  return alpha === undefined ? 1 : Number(alpha);
}
