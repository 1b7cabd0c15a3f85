import type { Fingerprint } from '../matching/alias-key.ts';
import { aliasKeys } from '../matching/alias-key.ts';
import { entityKey, type TrackedAlias } from '../model/mention.ts';
import type { SpelledAlias } from './collect-hits.ts';
import type { PageContext } from './page-context.ts';

/**
 * The short forms a page introduces that no pack lists for the same entity. Those that one lists have been looked for already, and
 * keep its rules: "CAC 40" is no authority, whatever a page introduces as the CAC.
 */
export const unlistedForms = (
  context: PageContext,
  aliasesOf: (fingerprint: Fingerprint) => readonly SpelledAlias[],
): TrackedAlias[] =>
  [...context.introduced.values()].filter(({ alias, entity }) => {
    const known = aliasesOf(aliasKeys(alias.text)?.fingerprint ?? -1);
    return !known.some(({ tracked }) => entityKey(tracked.entity) === entityKey(entity));
  });
