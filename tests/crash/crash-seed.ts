import { isThorough } from '../browser/thoroughness.ts';

/** Where the points come from at which is killed; another with `CRASH_SEED`. */
export const CRASH_SEED = Number(process.env['CRASH_SEED'] ?? 7);

/** How often, of what fits into every run of the tests. */
export const CRASH_TIMES = isThorough ? 10 : 1;
