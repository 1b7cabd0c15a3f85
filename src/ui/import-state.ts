import type { Result } from '../core/model/result.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import type { PackSummary } from '../core/packs/pack-summary.ts';

/** Where an import stands. */
export type ImportState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'importing'; readonly file: string }
  | { readonly phase: 'done'; readonly pack: PackSummary }
  | { readonly phase: 'failed'; readonly file: string; readonly problems: readonly PackProblem[] };

/** The state after an import has ended. */
export const endedImport = (file: string, outcome: Result<PackSummary, readonly PackProblem[]>): ImportState =>
  outcome.ok ? { phase: 'done', pack: outcome.value } : { phase: 'failed', file, problems: outcome.error };
