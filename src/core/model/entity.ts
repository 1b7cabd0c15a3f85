import * as v from 'valibot';
import { LIMITS } from './limits.ts';
import { httpsUrlSchema, idSchema, languageSchema, sameAsSchema, textOf } from './text-fields.ts';

const phraseSchema = textOf(LIMITS.aliasLength);
const phrasesSchema = v.pipe(
  v.array(phraseSchema, 'must be a list'),
  v.minLength(1, 'must not be empty'),
  v.maxLength(LIMITS.phrasesPerRule, `must hold at most ${LIMITS.phrasesPerRule} phrases`),
);

/** What must stand near an alias for it to count. Any one condition that holds suffices. */
export const aliasNeedsSchema = v.pipe(
  v.strictObject({
    /** Whole words or phrases, any case, in the same flow run. */
    words: v.optional(phrasesSchema),
    /** Entities of the same pack mentioned on the same page. */
    entities: v.optional(
      v.pipe(v.array(idSchema, 'must be a list'), v.minLength(1), v.maxLength(LIMITS.phrasesPerRule)),
    ),
    /** A longer alias of the same entity earlier on the page. */
    longForm: v.optional(v.literal(true)),
  }),
  v.check(
    (needs) => needs.words !== undefined || needs.entities !== undefined || needs.longForm === true,
    'must name a condition',
  ),
);

export const ALIAS_KINDS = [
  'legal',
  'short',
  'former',
  'abbreviation',
  'ticker',
  'native',
  'brand',
  'variant',
  'misprint',
] as const;

/** One spelling under which an entity appears, with declarative rules only. */
export const aliasSchema = v.strictObject({
  text: v.pipe(
    textOf(LIMITS.aliasLength),
    v.check((text) => countVisible(text) >= 2, 'must have at least 2 letters or digits'),
  ),
  lang: v.optional(languageSchema),
  kind: v.optional(v.picklist(ALIAS_KINDS, `must be one of ${ALIAS_KINDS.join(', ')}`)),
  /** `exact`: counts only when spelled in this case. Absent: case is ignored. */
  case: v.optional(v.picklist(['exact', 'ignore'], 'must be "exact" or "ignore"')),
  needs: v.optional(aliasNeedsSchema),
  /** Longer phrases that contain the alias and mean something else, such as "CAC 40". */
  not: v.optional(phrasesSchema),
  /** `false`: known, shields its words from shorter names, but never marked. */
  highlight: v.optional(v.boolean('must be true or false')),
});

export const ENTITY_TYPES = [
  'company',
  'policy',
  'agency',
  'person',
  'product',
  'place',
  'institution',
  'initiative',
  'benchmark',
  'fund',
  'concept',
] as const;

export const entitySchema = v.strictObject({
  id: idSchema,
  name: textOf(LIMITS.nameLength),
  type: v.picklist(ENTITY_TYPES, `must be one of ${ENTITY_TYPES.join(', ')}`),
  description: v.optional(textOf(LIMITS.descriptionLength)),
  /** How much a reader is likely to care: decides defaults, never truth. */
  tier: v.optional(v.picklist(['core', 'secondary', 'context', 'source'])),
  /** `false`: too common a name to be marked on pages. */
  highlight: v.optional(v.boolean('must be true or false')),
  /** Why no fact of the pack has this entity as its subject. */
  noFacts: v.optional(textOf(LIMITS.noteLength)),
  aliases: v.optional(v.pipe(v.array(aliasSchema, 'must be a list'), v.maxLength(LIMITS.aliasesPerEntity)), []),
  /** The same entity in other packs: its id in whichever pack has it, or `pack/id` for one pack alone. */
  sameAs: v.optional(
    v.pipe(
      v.array(sameAsSchema, 'must be a list'),
      v.minLength(1, 'must not be empty'),
      v.maxLength(LIMITS.sameAsPerEntity, `must hold at most ${LIMITS.sameAsPerEntity} ids`),
    ),
  ),
  links: v.optional(
    v.strictObject({
      wikidata: v.optional(v.pipe(v.string(), v.regex(/^Q[1-9]\d*$/, 'must be a Wikidata id such as Q160120'))),
      website: v.optional(httpsUrlSchema),
    }),
  ),
});

export type Alias = v.InferOutput<typeof aliasSchema>;
export type Entity = v.InferOutput<typeof entitySchema>;
export type EntityType = Entity['type'];

/** Names one entity of one installed pack. */
export type EntityRef = { readonly pack: string; readonly id: string };

function countVisible(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
