import { SOURCE_TYPES, type Source } from '../model/source.ts';

/** The types of CSL 1.0.2 that the format has not, each with the nearest that it has. */
const NEAREST: Readonly<Record<string, Source['type']>> = {
  classic: 'book',
  collection: 'book',
  entry: 'chapter',
  'entry-dictionary': 'chapter',
  'entry-encyclopedia': 'chapter',
  event: 'speech',
  motion_picture: 'broadcast',
  pamphlet: 'report',
  periodical: 'article-magazine',
  review: 'article',
  'review-book': 'article',
  thesis: 'report',
  treaty: 'legislation',
};

/** The type of source for a CSL type; `document` for one that is unknown or has nothing near it. */
export const sourceTypeOf = (type: unknown): Source['type'] =>
  SOURCE_TYPES.find((known) => known === type) ??
  (typeof type === 'string' && Object.hasOwn(NEAREST, type) ? NEAREST[type] : undefined) ??
  'document';
