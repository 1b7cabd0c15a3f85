import * as v from 'valibot';
import { LIMITS } from './limits.ts';
import { idSchema, textOf } from './text-fields.ts';

const entityRefSchema = v.strictObject({ pack: idSchema, id: idSchema });
const shared = { entity: entityRefSchema, alias: textOf(LIMITS.aliasLength) };

/** What the user says about a wrong mark: this name does not mean this entity… */
export const correctionSchema = v.variant('verdict', [
  /** …ever. */
  v.strictObject({ verdict: v.literal('never'), ...shared }),
  /** …on this site and those below it. */
  v.strictObject({
    verdict: v.literal('not-on-site'),
    ...shared,
    site: v.pipe(v.string(), v.minLength(1), v.maxLength(253)),
  }),
  /** …within this longer phrase. */
  v.strictObject({ verdict: v.literal('not-in-phrase'), ...shared, phrase: textOf(LIMITS.aliasLength) }),
  /** …but that one, which has the same name. */
  v.strictObject({ verdict: v.literal('other-entity'), ...shared, other: entityRefSchema }),
]);

export type Correction = v.InferOutput<typeof correctionSchema>;

/** A correction with the names of the entities it speaks of; null for one that is no longer followed. */
export type NamedCorrection = {
  readonly correction: Correction;
  readonly name: string | null;
  readonly otherName: string | null;
};
