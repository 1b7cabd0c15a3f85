import type { TrackedAlias } from '../model/mention.ts';
import type { SpelledAlias } from '../linking/collect-hits.ts';
import { aliasKeys, type Fingerprint } from './alias-key.ts';
import { createAliasIndexBuilder } from './alias-index-builder.ts';
import { openAliasIndex, type AliasIndex } from './alias-index.ts';
import { requiredCapitals } from '../packs/tracked-aliases.ts';
import { spellAlias } from './verify-candidate.ts';

/** A whole watch list in memory: the index and the aliases behind its fingerprints. */
export type WatchList = {
  readonly index: AliasIndex;
  readonly aliasesOf: (fingerprint: Fingerprint) => readonly SpelledAlias[];
};

/** Builds a watch list of aliases, in order of preference. */
export function createWatchList(aliases: Iterable<TrackedAlias>): WatchList {
  const builder = createAliasIndexBuilder();
  const byFingerprint = new Map<Fingerprint, SpelledAlias[]>();
  for (const tracked of aliases) {
    const keys = aliasKeys(tracked.alias.text);
    if (keys === null) continue;
    builder.add(tracked.alias.text, requiredCapitals(tracked));
    const same = byFingerprint.get(keys.fingerprint) ?? [];
    same.push({ tracked, spelling: spellAlias(tracked.alias.text) });
    byFingerprint.set(keys.fingerprint, same);
  }
  const index = openAliasIndex(builder.finish());
  if (index === null) throw new Error('the index just built does not open');
  return { index, aliasesOf: (fingerprint) => byFingerprint.get(fingerprint) ?? [] };
}
