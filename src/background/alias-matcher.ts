import type { AliasIndex } from '../core/matching/alias-index.ts';
import { matchPageKeys, type KeyMatch } from '../core/matching/match-page-keys.ts';
import type { PageKeys } from '../core/matching/page-keys.ts';
import type { Connection } from '../storage/connection.ts';
import { readLargeIndex } from '../storage/index-store.ts';

/** Matches page keys against an index that is too large for tabs: one copy for all of them. */
export type AliasMatcher = {
  match(keys: PageKeys): Promise<readonly KeyMatch[]>;
  /** The stored index is another one now. */
  forget(): void;
};

export function createAliasMatcher(connection: Connection): AliasMatcher {
  let loading: Promise<AliasIndex | null> | null = null;
  const load = (): Promise<AliasIndex | null> => {
    loading ??= connection().then(readLargeIndex);
    // A failed read is not remembered.
    loading.catch(() => {
      loading = null;
    });
    return loading;
  };
  return {
    async match(keys) {
      const index = await load();
      return index === null ? [] : matchPageKeys(index, keys);
    },
    forget() {
      loading = null;
    },
  };
}
