import type { Reason } from '../model/mention.ts';

/** Below this a name is not marked (NIL): a mark on a wrong word costs more trust than a missed one. */
export const LINK_THRESHOLD = 0.6;

/** Adds up evidence in log-odds, as a naive Bayes classifier does, and gives the probability. */
export function confidenceOf(reasons: readonly Reason[]): number {
  const logOdds = reasons.reduce((sum, reason) => sum + reason.weight, 0);
  return 1 / (1 + Math.exp(-logOdds));
}
