import type { Result } from '../core/model/result.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';

/** An installed pack as a list shows it. */
export type PackItem = {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly published: string;
  readonly publisher: string;
  readonly entities: number;
  readonly facts: number;
  readonly sources: number;
};

/** Where an import stands. */
export type ImportState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'importing'; readonly file: string }
  | { readonly phase: 'done'; readonly pack: PackItem }
  | { readonly phase: 'failed'; readonly file: string; readonly problems: readonly PackProblem[] };

/** The state after an import has ended. */
export const endedImport = (file: string, outcome: Result<PackItem, readonly PackProblem[]>): ImportState =>
  outcome.ok ? { phase: 'done', pack: outcome.value } : { phase: 'failed', file, problems: outcome.error };
