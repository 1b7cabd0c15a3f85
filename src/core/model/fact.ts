import * as v from 'valibot';
import { LIMITS } from './limits.ts';
import { idSchema, looseDateSchema, textOf } from './text-fields.ts';

const shortText = textOf(LIMITS.shortTextLength);
const finiteNumber = v.pipe(v.number('must be a number'), v.finite('must be a finite number'));
const kebab = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be kebab-case, such as "member-of"'),
  v.maxLength(48),
);
const qualifier = v.optional(kebab);
const idsSchema = v.pipe(v.array(idSchema, 'must be a list'), v.minLength(1), v.maxLength(LIMITS.itemsPerList));

/** The typed part of a claim, after Wikidata's snaks: what a program can compare or chart. */
export const factValueSchema = v.variant(
  'type',
  [
    v.strictObject({
      type: v.literal('money'),
      number: finiteNumber,
      currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as USD')),
      qualifier,
      per: v.optional(v.picklist(['day', 'month', 'year'])),
    }),
    v.strictObject({ type: v.literal('quantity'), number: finiteNumber, unit: shortText, qualifier }),
    v.strictObject({ type: v.literal('date'), date: looseDateSchema, event: shortText }),
    v.strictObject({ type: v.literal('role'), role: shortText, organisation: v.optional(idSchema) }),
    v.strictObject({ type: v.literal('relation'), relation: kebab, object: idSchema }),
    v.strictObject({ type: v.literal('entities'), entities: idsSchema }),
    v.strictObject({
      type: v.literal('list'),
      items: v.pipe(v.array(shortText, 'must be a list'), v.minLength(1), v.maxLength(LIMITS.itemsPerList)),
    }),
    v.strictObject({ type: v.literal('name'), text: shortText }),
    v.strictObject({ type: v.literal('target'), text: shortText, date: v.optional(looseDateSchema) }),
  ],
  'must have a known "type": money, quantity, date, role, relation, entities, list, name or target',
);

export const asOfSchema = v.variant('basis', [
  v.strictObject({
    /** How the date is known: the text gives it, the document's own date is taken, or it was worked out. */
    basis: v.picklist(['stated', 'document-date', 'inferred']),
    date: looseDateSchema,
  }),
  v.strictObject({ basis: v.literal('unknown') }),
]);

/** Where in the source the claim stands. Line and range count from the text the pack was made from. */
export const locatorSchema = v.strictObject({
  section: v.optional(shortText),
  page: v.optional(shortText),
  /** First and last line, from 1, both included. */
  lines: v.optional(
    v.tuple([v.pipe(v.number(), v.integer(), v.minValue(1)), v.pipe(v.number(), v.integer(), v.minValue(1))]),
  ),
  /** Start and end of the passage in UTF-16 code units, end exclusive. */
  range: v.optional(
    v.tuple([v.pipe(v.number(), v.integer(), v.minValue(0)), v.pipe(v.number(), v.integer(), v.minValue(1))]),
  ),
  /** First 16 hex digits of the SHA-256 of the passage in UTF-8: proves the passage without copying it. */
  digest: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, 'must be 16 hex digits'))),
});

export const referenceSchema = v.strictObject({
  source: idSchema,
  locator: v.optional(locatorSchema),
  /** The source to which the cited source itself attributes the claim. */
  attributedTo: v.optional(idSchema),
  /** A short verbatim passage, for links that open the source at it. */
  quote: v.optional(textOf(LIMITS.statementLength)),
  /** The words just before and after the quote, where it stands more than once (a selector of W3C's Web Annotation). */
  prefix: v.optional(shortText),
  suffix: v.optional(shortText),
});

export const CERTAINTIES = ['asserted', 'reported', 'forecast', 'opinion'] as const;
export const QUALITIES = ['ok', 'suspect', 'stale', 'corrupt', 'vague', 'promotional'] as const;

/** One claim about one or more entities, with its date, certainty and references. */
export const factSchema = v.strictObject({
  id: idSchema,
  subjects: v.pipe(
    v.array(idSchema, 'must be a list'),
    v.minLength(1, 'must name an entity'),
    v.maxLength(LIMITS.subjectsPerFact),
  ),
  statement: textOf(LIMITS.statementLength),
  /** Claims of one kind about one subject can be compared. */
  kind: kebab,
  value: v.optional(factValueSchema),
  asOf: asOfSchema,
  certainty: v.picklist(CERTAINTIES, `must be one of ${CERTAINTIES.join(', ')}`),
  quality: v.optional(v.picklist(QUALITIES, `must be one of ${QUALITIES.join(', ')}`), 'ok'),
  salience: v.optional(v.picklist([1, 2, 3], 'must be 1, 2 or 3'), 2),
  references: v.pipe(
    v.array(referenceSchema, 'must be a list'),
    v.minLength(1, 'must hold at least one reference: a fact without a source is not a fact'),
    v.maxLength(LIMITS.referencesPerFact),
  ),
  note: v.optional(textOf(LIMITS.noteLength)),
});

export const CONFLICT_KINDS = ['disagreement', 'doubt', 'damage', 'naming'] as const;

/** Claims that disagree, or a passage that is doubtful, and how to read them. */
export const conflictSchema = v.strictObject({
  id: idSchema,
  kind: v.picklist(CONFLICT_KINDS, `must be one of ${CONFLICT_KINDS.join(', ')}`),
  title: textOf(LIMITS.nameLength),
  summary: textOf(LIMITS.noteLength),
  facts: v.optional(v.pipe(v.array(idSchema, 'must be a list'), v.maxLength(LIMITS.factsPerConflict)), []),
  entities: v.optional(v.pipe(v.array(idSchema, 'must be a list'), v.maxLength(LIMITS.factsPerConflict)), []),
});

export type AsOf = v.InferOutput<typeof asOfSchema>;
export type Fact = v.InferOutput<typeof factSchema>;
export type Certainty = Fact['certainty'];
export type Quality = Fact['quality'];
export type Conflict = v.InferOutput<typeof conflictSchema>;
