import type { Spotted } from '../matching/spot-candidates.ts';
import { verifyCandidate, type AliasSpelling, type Span } from '../matching/verify-candidate.ts';
import type { Fingerprint } from '../matching/alias-key.ts';
import type { TrackedAlias } from '../model/mention.ts';
import { normalizeText, type NormalizedText } from '../text/normalize.ts';
import { isInWebAddress } from '../text/web-address.ts';
import { isPartOfOtherPhrase, obeysCase, obeysInflection } from './alias-rules.ts';

/** An alias with its spelling taken apart. */
export type SpelledAlias = { readonly tracked: TrackedAlias; readonly spelling: AliasSpelling };

/** The text of one block with the candidates found in it. */
export type LinkableRun = { readonly text: string } & Spotted;

/** A stretch of text that is spelled as an alias and breaks none of its rules. */
export type Hit = Span & {
  readonly tracked: TrackedAlias;
  readonly surface: string;
  readonly fingerprint: Fingerprint;
};

/** Compares candidates with the real aliases behind them and applies the rules that admit no "perhaps". */
export function collectHits(
  run: LinkableRun,
  text: NormalizedText,
  aliasesOf: (fingerprint: Fingerprint) => readonly SpelledAlias[],
): Hit[] {
  const hits: Hit[] = [];
  for (const candidate of run.candidates) {
    for (const { tracked, spelling } of aliasesOf(candidate.fingerprint)) {
      const span = verifyCandidate(run.text, candidate, spelling);
      if (span === null) continue;
      const surface = run.text.slice(span.start, span.end);
      if (!obeysCase(tracked.alias, surface) || !obeysInflection(tracked.alias, surface, run.text[span.end])) continue;
      if (isInWebAddress(run.text, span.start, span.end) || isPartOfOtherPhrase(tracked.alias, text, span)) continue;
      hits.push({ ...span, tracked, surface, fingerprint: candidate.fingerprint });
    }
  }
  return hits;
}

/** Folded words of four letters and more: shorter ones join names. */
export const contentWords = (text: string): string[] =>
  normalizeText(text)
    .folded.split(' ')
    .filter((word) => word.length > 3);
