import { normalizeText } from '../text/normalize.ts';
import { draftId, type DraftRecord } from './draft-record.ts';

/** What a name leads to: one entity's id; several ids; or none. */
export type FoundIds = readonly string[];

/**
 * Finds entities by id, by name, or by alias, in this order; what is written is compared as it is, then folded. "Twin" is the name
 * of two rather than the id `twin` of one.
 */
export function createEntityFinder(drafts: readonly DraftRecord[]): (written: string) => FoundIds {
  const tables = { id: new Map(), exact: new Map(), name: new Map(), alias: new Map() } as const satisfies Record<
    string,
    Map<string, Set<string>>
  >;
  const put = (table: Map<string, Set<string>>, key: string, id: string): void => {
    if (key !== '') table.set(key, (table.get(key) ?? new Set()).add(id));
  };
  for (const draft of drafts) {
    const id = draftId(draft);
    const { name, aliases } = draft.body;
    put(tables.id, id, id);
    if (typeof name === 'string') {
      put(tables.exact, name, id);
      put(tables.name, fold(name), id);
    }
    for (const alias of Array.isArray(aliases) ? (aliases as unknown[]) : []) {
      const text: unknown = typeof alias === 'object' && alias !== null && 'text' in alias ? alias.text : null;
      if (typeof text === 'string') put(tables.alias, fold(text), id);
    }
  }
  return (written) => {
    const folded = fold(written);
    const found =
      tables.id.get(written) ??
      tables.exact.get(written) ??
      tables.name.get(folded) ??
      tables.id.get(written.toLowerCase()) ??
      tables.alias.get(folded);
    return [...(found ?? [])];
  };
}

const fold = (name: string): string => normalizeText(name).folded;
