import * as v from 'valibot';
import { CLIP_CAPS } from './clip-caps.ts';

const upTo = (length: number) => v.pipe(v.string(), v.maxLength(length));
const text = upTo(CLIP_CAPS.text);

/** What a page says at the moment of a capture, as it says it: untrusted, of bounded size, and nothing but text. */
export const clipSchema = v.strictObject({
  selection: upTo(CLIP_CAPS.selection),
  before: upTo(CLIP_CAPS.surroundings),
  after: upTo(CLIP_CAPS.surroundings),
  /** Whether the selected words stand in more than one place of the page. */
  isRepeated: v.boolean(),
  url: upTo(CLIP_CAPS.url),
  /** What the page calls its own address; empty if nothing. */
  canonical: upTo(CLIP_CAPS.url),
  title: text,
  /** The language declared for the selection; empty if none is. */
  language: text,
  /** Name (or property, or itemprop) in lower case, and content. */
  metas: v.pipe(v.array(v.strictTuple([upTo(CLIP_CAPS.metaName), text])), v.maxLength(CLIP_CAPS.metas)),
  /** Scripts of linked data, unread. */
  jsonLd: v.pipe(v.array(upTo(CLIP_CAPS.jsonLd)), v.maxLength(CLIP_CAPS.jsonLdBlocks)),
  /** Dates of `<time>` elements, in document order. */
  times: v.pipe(v.array(text), v.maxLength(CLIP_CAPS.times)),
  /** What stands in elements that name an author. */
  bylines: v.pipe(v.array(text), v.maxLength(CLIP_CAPS.bylines)),
});

export type Clip = v.InferOutput<typeof clipSchema>;

/** What is known where no script can read the page: the words the browser hands over with its menu. */
export const bareClip = (selection: string, url: string, title: string): Clip => ({
  ...{
    selection: cut(selection, CLIP_CAPS.selection),
    url: cut(url, CLIP_CAPS.url),
    title: cut(title, CLIP_CAPS.text),
  },
  ...{ before: '', after: '', isRepeated: false, canonical: '', language: '' },
  ...{ metas: [], jsonLd: [], times: [], bylines: [] },
});

const cut = (whole: string, length: number): string => whole.slice(0, length);
