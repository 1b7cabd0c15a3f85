import type { HeaderDraft } from './assemble-pack.ts';
import type { ProblemLog } from './conversion-problem.ts';
import type { DraftRecord } from './draft-record.ts';
import { locateItems } from './locate-items.ts';
import { isJsonObject, readJson } from './read-json.ts';

/** The lists of a JSON document, in the order of a pack file, with the type of record each holds. */
const LISTS_BY_TYPE = [
  ['source', 'sources'],
  ['entity', 'entities'],
  ['fact', 'facts'],
  ['conflict', 'conflicts'],
] as const;

/** A JSON document, not checked yet. */
export type JsonDocument = {
  readonly header: HeaderDraft;
  readonly records: readonly DraftRecord[];
  /** Whether it has any of the lists of records; one without is a header alone. */
  readonly hasLists: boolean;
};

/**
 * Reads the fields of a header beside the lists `sources`, `entities`, `facts` and `conflicts`. Records name the line on which they
 * begin. What cannot be read goes into the log. Never throws.
 */
export function readJsonDocument(file: string, text: string, log: ProblemLog): JsonDocument {
  const json = readJson(file, text);
  const report = (line: number, field: string, message: string): void =>
    log.add({ code: 'not-a-pack', file, line, field, message });
  if (!json.ok || !isJsonObject(json.value)) {
    for (const problem of json.ok ? [] : json.error) log.add(problem);
    if (json.ok)
      report(0, '', 'The file must hold one JSON object with the fields of a header, such as {"id":"my-pack", …}.');
    return { header: { file, fields: {} }, records: [], hasLists: false };
  }
  const { sources, entities, facts, conflicts, ...fields } = json.value;
  const lists = { sources, entities, facts, conflicts };
  const hasLists = Object.values(lists).some((list) => list !== undefined);
  const lines = hasLists ? locateItems(text) : new Map<string, readonly number[]>();
  const records = LISTS_BY_TYPE.flatMap(([type, list]): readonly DraftRecord[] => {
    const items = lists[list] ?? [];
    if (!Array.isArray(items)) {
      report(0, list, `"${list}" must be a list of records.`);
      return [];
    }
    return items.flatMap((body: unknown, position) => {
      const line = lines.get(list)?.[position] ?? 0;
      if (isJsonObject(body)) return [{ type, body, file, line, fieldName: (path) => path }];
      report(line, `${list}.${position}`, `"${list}" holds something that is no record; write {"id": …}.`);
      return [];
    });
  });
  return { header: { file, fields }, records, hasLists };
}
