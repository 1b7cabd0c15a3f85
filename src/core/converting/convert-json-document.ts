import { err, type Result } from '../model/result.ts';
import { LISTS_BY_TYPE } from './json-lists.ts';
import { assemblePack, type ConvertedPack } from './assemble-pack.ts';
import { ProblemLog, type ConversionProblem } from './conversion-problem.ts';
import type { DraftRecord } from './draft-record.ts';
import { locateItems } from './locate-items.ts';
import { isJsonObject, readJson } from './read-json.ts';

/**
 * Makes a pack of a JSON document: the fields of the header beside the lists `sources`, `entities`, `facts` and `conflicts`.
 * Format, format version and counts may be missing. Records keep their order. Problems name the line on which the record begins.
 * Never throws.
 */
export function convertJsonDocument(file: string, text: string): Result<ConvertedPack, readonly ConversionProblem[]> {
  const json = readJson(file, text);
  if (!json.ok) return json;
  const log = new ProblemLog();
  const problem = (line: number, field: string, message: string): void =>
    log.add({ code: 'not-a-pack', file, line, field, message });
  if (!isJsonObject(json.value)) {
    problem(0, '', 'The document must be an object with the fields of a header and lists of records.');
    return err(log.problems);
  }
  const lines = locateItems(text);
  const { sources, entities, facts, conflicts, ...fields } = json.value;
  const lists = { sources, entities, facts, conflicts };
  if (Object.values(lists).every((list) => list === undefined)) {
    problem(0, '', 'The document holds none of the lists "sources", "entities", "facts" and "conflicts".');
    return err(log.problems);
  }
  const drafts = LISTS_BY_TYPE.flatMap(([type, list]): readonly DraftRecord[] => {
    const items = lists[list] ?? [];
    if (!Array.isArray(items)) {
      problem(0, list, `"${list}" must be a list of records.`);
      return [];
    }
    return items.flatMap((body: unknown, position) => {
      const line = lines.get(list)?.[position] ?? 0;
      if (isJsonObject(body)) return [{ type, body, file, line, fieldName: (path) => path }];
      problem(line, `${list}.${position}`, `"${list}" holds something that is no record; write {"id": …}.`);
      return [];
    });
  });
  return assemblePack({ file, fields }, drafts, log);
}
