import * as v from 'valibot';
import type { Conflict, Fact } from './fact.ts';
import type { Entity } from './entity.ts';
import { LIMITS } from './limits.ts';
import type { Source } from './source.ts';
import { httpsUrlSchema, idSchema, languageSchema, looseDateSchema, textOf } from './text-fields.ts';

export const PACK_FORMAT = 'sidelight-fact-pack';
/** What a file of another kind says of itself, which is sometimes taken for a pack (`backup-format.ts`). */
export const BACKUP_FORMAT = 'sidelight-backup';
export const PACK_FORMAT_VERSION = 1;

const countSchema = v.pipe(
  v.number('must be a number'),
  v.integer('must be a whole number'),
  v.minValue(0, 'must not be negative'),
);

export const packCountsSchema = v.strictObject({
  entities: countSchema,
  facts: countSchema,
  sources: countSchema,
  conflicts: v.optional(countSchema, 0),
});

/** The first line of a pack: what it is, who publishes it, which version. */
export const packHeaderSchema = v.strictObject({
  format: v.literal(PACK_FORMAT, `must be "${PACK_FORMAT}"`),
  formatVersion: v.literal(
    PACK_FORMAT_VERSION,
    `must be ${PACK_FORMAT_VERSION}: a newer format needs a newer Sidelight`,
  ),
  id: idSchema,
  /** Grows by one or more with each release; decides which of two files is newer. */
  version: v.pipe(
    v.number('must be a number'),
    v.integer('must be a whole number'),
    v.minValue(1, 'must be 1 or more'),
  ),
  title: textOf(LIMITS.nameLength),
  description: v.optional(textOf(LIMITS.noteLength)),
  publisher: v.strictObject({ name: textOf(LIMITS.nameLength), url: v.optional(httpsUrlSchema) }),
  published: looseDateSchema,
  license: textOf(LIMITS.nameLength),
  language: languageSchema,
  update: v.optional(v.strictObject({ url: httpsUrlSchema })),
  /** Checked against what the file holds, so that a file cut at a line end is noticed. */
  counts: packCountsSchema,
});

export type PackHeader = v.InferOutput<typeof packHeaderSchema>;
export type PackCounts = v.InferOutput<typeof packCountsSchema>;

/** One record of a pack, told apart by `type`. */
export type PackRecord =
  | { readonly type: 'source'; readonly source: Source }
  | { readonly type: 'entity'; readonly entity: Entity }
  | { readonly type: 'fact'; readonly fact: Fact }
  | { readonly type: 'conflict'; readonly conflict: Conflict };

/** A whole pack in memory. */
export type FactPack = {
  readonly header: PackHeader;
  readonly sources: readonly Source[];
  readonly entities: readonly Entity[];
  readonly facts: readonly Fact[];
  readonly conflicts: readonly Conflict[];
};
