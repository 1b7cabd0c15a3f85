import * as v from 'valibot';
import { ENTITY_TYPES } from '../model/entity.ts';
import { CERTAINTIES } from '../model/fact.ts';
import { LIMITS } from '../model/limits.ts';
import { idSchema } from '../model/text-fields.ts';
import { sourceFieldsSchema } from './source-fields.ts';

/** What the user means to do with the selected words: follow them as a name, or save a fact. */
export const INTENTS = ['follow', 'fact'] as const;

/** Why nothing could be captured. */
export const CAPTURE_FAILURES = ['nothing-selected', 'inbox-full'] as const;
export type CaptureFailure = (typeof CAPTURE_FAILURES)[number];

/** Unfinished captures that are kept. */
export const MAX_CAPTURES = 200;
/** Names offered for a choice. */
export const MAX_CHOICES = 12;

const loose = (length: number) => v.pipe(v.string(), v.maxLength(2 * length));

/** An entity as it stands in a list to choose from. */
export const entityChoiceSchema = v.strictObject({
  entity: v.strictObject({ pack: idSchema, id: idSchema }),
  name: v.pipe(v.string(), v.maxLength(LIMITS.nameLength)),
});

/** What the user fills in. Texts may be too long or wrong: they are judged when they are saved. */
export const captureDraftSchema = v.strictObject({
  /** Whom it is about; null for somebody new, who is called `name`. */
  subject: v.nullable(entityChoiceSchema),
  /** The name as it stands on the page. */
  name: loose(LIMITS.nameLength),
  entityType: v.picklist(ENTITY_TYPES),
  statement: loose(LIMITS.statementLength),
  kind: loose(48),
  certainty: v.picklist(CERTAINTIES),
  /** Empty if not known. */
  asOf: loose(40),
  source: sourceFieldsSchema,
});

export const captureIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9-]{8,40}$/));

/** Something captured from a page that is not saved yet. */
export const captureSchema = v.strictObject({
  id: captureIdSchema,
  intent: v.picklist(INTENTS),
  /** Milliseconds since the epoch. */
  capturedAt: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** The selected words, as much of them as a fact may quote. */
  quote: v.pipe(v.string(), v.maxLength(LIMITS.statementLength)),
  /** The words around them, where they stand more than once on the page. */
  prefix: v.pipe(v.string(), v.maxLength(LIMITS.shortTextLength)),
  suffix: v.pipe(v.string(), v.maxLength(LIMITS.shortTextLength)),
  /** The sentence they stand in. */
  sentence: v.pipe(v.string(), v.maxLength(LIMITS.noteLength)),
  /** Whom it may be about, likeliest first. */
  guesses: v.pipe(v.array(entityChoiceSchema), v.maxLength(MAX_CHOICES)),
  draft: captureDraftSchema,
});

export type Intent = (typeof INTENTS)[number];
export type EntityChoice = v.InferOutput<typeof entityChoiceSchema>;
export type CaptureDraft = v.InferOutput<typeof captureDraftSchema>;
export type Capture = v.InferOutput<typeof captureSchema>;
