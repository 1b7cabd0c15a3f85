import { isJsonObject } from './read-json.ts';
import type { ProblemLog } from './conversion-problem.ts';
import type { DraftRecord } from './draft-record.ts';
import { parseJsonObject, parseRecordLine } from '../packs/parse-record.ts';

/**
 * Records from JSON Lines without a header: parts of a pack kept in files of their own. A pack file is one too; its header is
 * passed over. Never throws.
 */
export function readRecordLines(file: string, text: string, log: ProblemLog): readonly DraftRecord[] {
  const content = text.replace(/^\ufeff/, '');
  return content.split(/\r?\n/).flatMap((written, position): readonly DraftRecord[] => {
    const line = position + 1;
    if (written.trim() === '') return [];
    const json = parseJsonObject(written, line);
    if (position === 0 && json.ok && 'format' in json.value) return [];
    const parsed = parseRecordLine(written, line);
    if (parsed.ok && json.ok) {
      const body = json.value[parsed.value.type];
      if (isJsonObject(body)) return [{ type: parsed.value.type, body, file, line, fieldName: (path) => path }];
    }
    for (const problem of parsed.ok ? [] : parsed.error) log.add({ ...problem, file });
    return [];
  });
}
