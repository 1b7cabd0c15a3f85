import * as v from 'valibot';
import { LIMITS } from '../model/limits.ts';
import { UPDATE_FAILURES } from './update-failure.ts';

/** One request that was made for a pack: what the log shows of all that leaves the machine. */
export const requestEntrySchema = v.object({
  /** Milliseconds since the epoch. */
  at: v.number(),
  pack: v.pipe(v.string(), v.maxLength(LIMITS.idLength)),
  /** Without its query: a private address may carry a secret there. */
  address: v.pipe(v.string(), v.maxLength(LIMITS.urlLength)),
  outcome: v.picklist(['fetched', 'unchanged', ...UPDATE_FAILURES]),
  bytes: v.number(),
  durationMs: v.number(),
});

export type RequestEntry = v.InferOutput<typeof requestEntrySchema>;
