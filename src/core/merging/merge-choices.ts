import * as v from 'valibot';
import { LIMITS } from '../model/limits.ts';
import { idSchema } from '../model/text-fields.ts';

const refSchema = v.strictObject({ pack: idSchema, id: idSchema });
export const pairSchema = v.strictTuple([refSchema, refSchema]);
const pairsSchema = v.pipe(v.array(pairSchema), v.maxLength(LIMITS.mergeChoices));

/** What the user says about records of several packs: these are one entity; those are not, whatever anybody else says. */
export const mergeChoicesSchema = v.strictObject({ same: pairsSchema, different: pairsSchema });

export type MergeChoices = v.InferOutput<typeof mergeChoicesSchema>;
export type EntityPair = MergeChoices['same'][number];

export const NO_CHOICES: MergeChoices = { same: [], different: [] };
