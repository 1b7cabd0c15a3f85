import * as v from 'valibot';
import { LIMITS } from './limits.ts';
import { idSchema, languageSchema, printedUrlSchema, textOf } from './text-fields.ts';

const shortText = textOf(LIMITS.shortTextLength);

const cslNameSchema = v.pipe(
  v.strictObject({ family: v.optional(shortText), given: v.optional(shortText), literal: v.optional(shortText) }),
  v.check((name) => name.family !== undefined || name.literal !== undefined, 'must have "family" or "literal"'),
);

const whole = (least: number, most: number) =>
  v.pipe(
    v.number('must be a number'),
    v.integer('must be a whole number'),
    v.minValue(least, `must be ${least} or more`),
    v.maxValue(most, `must be ${most} or less`),
  );
const [year, month, day] = [whole(1, 9999), whole(1, 12), whole(1, 31)];

const datePartsSchema = v.union(
  [v.strictTuple([year]), v.strictTuple([year, month]), v.strictTuple([year, month, day])],
  'must be [year], [year, month] or [year, month, day]',
);

const cslDateSchema = v.strictObject({
  'date-parts': v.pipe(
    v.array(datePartsSchema),
    v.minLength(1, 'must hold one date'),
    v.maxLength(2, 'must hold at most two dates'),
  ),
});

/** The CSL item types that occur in news and research; the rest of CSL 1.0.2 may be added without a format change. */
export const SOURCE_TYPES = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'bill',
  'book',
  'broadcast',
  'chapter',
  'dataset',
  'document',
  'hearing',
  'interview',
  'legislation',
  'paper-conference',
  'post',
  'post-weblog',
  'regulation',
  'report',
  'speech',
  'standard',
  'webpage',
] as const;

/** A source as a CSL-JSON item (what Zotero and Pandoc read), limited to the fields a reader needs to find it. */
export const sourceSchema = v.strictObject({
  id: idSchema,
  type: v.picklist(SOURCE_TYPES, `must be a CSL type: ${SOURCE_TYPES.join(', ')}`),
  title: textOf(LIMITS.shortTextLength),
  author: v.optional(v.pipe(v.array(cslNameSchema, 'must be a list'), v.maxLength(LIMITS.authorsPerSource))),
  issued: v.optional(cslDateSchema),
  accessed: v.optional(cslDateSchema),
  'container-title': v.optional(shortText),
  publisher: v.optional(shortText),
  'publisher-place': v.optional(shortText),
  volume: v.optional(shortText),
  issue: v.optional(shortText),
  page: v.optional(shortText),
  genre: v.optional(shortText),
  'event-title': v.optional(shortText),
  DOI: v.optional(shortText),
  URL: v.optional(printedUrlSchema),
  language: v.optional(languageSchema),
  note: v.optional(textOf(LIMITS.noteLength)),
});

export type Source = v.InferOutput<typeof sourceSchema>;
export type CslName = v.InferOutput<typeof cslNameSchema>;
