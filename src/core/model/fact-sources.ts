import type { Fact } from './fact.ts';

/** The sources that a reference names: the one cited, and the one it attributes the claim to itself. */
export const sourcesOf = ({
  source,
  attributedTo,
}: Pick<Fact['references'][number], 'source' | 'attributedTo'>): string[] =>
  attributedTo === undefined ? [source] : [source, attributedTo];
