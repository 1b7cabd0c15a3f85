import type { AliasIndex } from './alias-index.ts';
import type { Fingerprint } from './alias-key.ts';
import { findCandidates, type Candidate } from './find-candidates.ts';

/** What is worth looking at in a text. */
export type Spotted = {
  readonly candidates: readonly Candidate[];
  /** Names that must have capitals and stand here without: no mentions, but a sign that they are words as well. */
  readonly lowered: readonly Fingerprint[];
};

/** Finds the candidates of a text, and puts aside those that cannot be meant: "most" is not MOST, on any page. */
export const spotCandidates = (index: AliasIndex, text: string): Spotted =>
  partCandidates(text, findCandidates(index, text));

export function partCandidates(text: string, found: readonly Candidate[]): Spotted {
  const candidates: Candidate[] = [];
  const lowered: Fingerprint[] = [];
  for (const candidate of found) {
    if (hasCapitals(text, candidate)) candidates.push(candidate);
    else lowered.push(candidate.fingerprint);
  }
  return { candidates, lowered };
}

/** Whether as many of the first letters are capitals as the alias asks for. */
function hasCapitals(text: string, { start, capitals }: Candidate): boolean {
  for (let at = start; at < start + capitals; at++) {
    const letter = text[at] ?? '';
    if (letter === letter.toUpperCase()) continue;
    return false;
  }
  return true;
}
