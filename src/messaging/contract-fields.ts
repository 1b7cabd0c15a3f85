import * as v from 'valibot';
import { LIMITS } from '../core/model/limits.ts';
import { EVIDENCE } from '../core/model/mention.ts';
import { idSchema } from '../core/model/text-fields.ts';

/** What messages of several directions carry. */

export const entityRef = v.strictObject({ pack: idSchema, id: idSchema });
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const direction = v.picklist(['next', 'previous']);

/** Longest sentence that is sent along with a mention, in UTF-16 code units. */
export const MAX_SENTENCE_LENGTH = 2000;

/** Sentences that are asked about at once. */
export const MAX_QUESTIONS = 64;

/** A mention as the card needs to know it. */
export const mentionSchema = v.strictObject({
  entity: entityRef,
  alias: v.pipe(v.string(), v.maxLength(LIMITS.aliasLength)),
  derivedFrom: v.nullable(v.pipe(v.string(), v.maxLength(LIMITS.aliasLength))),
  surface: v.pipe(v.string(), v.maxLength(LIMITS.aliasLength * 2)),
  confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  reasons: v.pipe(v.array(v.strictObject({ evidence: v.picklist(EVIDENCE), weight: v.number() })), v.maxLength(32)),
  alternatives: v.pipe(v.array(entityRef), v.maxLength(16)),
  /** What is being read: facts are ranked by it. It goes no further than the background. */
  reading: v.strictObject({
    sentence: v.pipe(v.string(), v.maxLength(MAX_SENTENCE_LENGTH)),
    /** The other entities of the pack in the sentence. */
    entities: v.pipe(v.array(idSchema), v.maxLength(16)),
    articleDate: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}(?:-\d\d){0,2}$/))),
  }),
});

export const entityCount = v.strictObject({
  entity: entityRef,
  name: v.pipe(v.string(), v.maxLength(LIMITS.nameLength)),
  count,
  /** Whether it is not marked on the page. */
  isQuiet: v.optional(v.boolean(), false),
});

export type MentionDescription = v.InferOutput<typeof mentionSchema>;
export type EntityCount = v.InferOutput<typeof entityCount>;

/** Sentences for the analyst. */
export const questions = v.pipe(
  v.array(
    v.strictObject({ sentence: v.pipe(v.string(), v.maxLength(4000)), name: v.pipe(v.string(), v.maxLength(200)) }),
  ),
  v.maxLength(MAX_QUESTIONS),
);
