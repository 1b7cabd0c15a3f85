import type { Candidate } from '../matching/find-candidates.ts';
import { verifyCandidate, type AliasSpelling, type Span } from '../matching/verify-candidate.ts';
import type { Fingerprint } from '../matching/alias-key.ts';
import type { TrackedAlias } from '../model/mention.ts';
import { normalizeText, type NormalizedText } from '../text/normalize.ts';
import { isInWebAddress } from '../text/web-address.ts';
import { isPartOfOtherPhrase, obeysCase, obeysInflection } from './alias-rules.ts';
import { isInLowerCase } from './name-shape.ts';
import { aliasKey } from './page-context.ts';

/** An alias with its spelling taken apart. */
export type SpelledAlias = { readonly tracked: TrackedAlias; readonly spelling: AliasSpelling };

/** The text of one block with the candidates found in it. */
export type LinkableRun = { readonly text: string; readonly candidates: readonly Candidate[] };

/** A stretch of text that is spelled as an alias and breaks none of its rules. */
export type Hit = Span & {
  readonly tracked: TrackedAlias;
  readonly surface: string;
};

/**
 * Compares candidates with the real aliases behind them and applies the rules that admit no "perhaps". `lowered` are the
 * {@link aliasKey}s of capitalised names that stand there in lower case, whether their rules allow that or not.
 */
export function collectHits(
  run: LinkableRun,
  text: NormalizedText,
  aliasesOf: (fingerprint: Fingerprint) => readonly SpelledAlias[],
): { readonly hits: Hit[]; readonly lowered: string[] } {
  const hits: Hit[] = [];
  const lowered: string[] = [];
  for (const candidate of run.candidates) {
    for (const { tracked, spelling } of aliasesOf(candidate.fingerprint)) {
      const span = verifyCandidate(run.text, candidate, spelling);
      if (span === null) continue;
      const surface = run.text.slice(span.start, span.end);
      if (isInLowerCase(tracked.alias, surface)) lowered.push(aliasKey(tracked.entity, tracked.alias.text));
      if (!obeysCase(tracked.alias, surface) || !obeysInflection(tracked.alias, surface, run.text[span.end])) continue;
      if (isInWebAddress(run.text, span.start, span.end) || isPartOfOtherPhrase(tracked.alias, text, span)) continue;
      hits.push({ ...span, tracked, surface });
    }
  }
  return { hits, lowered };
}

/** Folded words of four letters and more: shorter ones join names. */
export const contentWords = (text: string): string[] =>
  normalizeText(text)
    .folded.split(' ')
    .filter((word) => word.length > 3);
