import {
  PACK_FORMAT,
  PACK_FORMAT_VERSION,
  type PackCounts,
  type PackHeader,
  type PackRecord,
} from '../model/fact-pack.ts';
import { err, ok, type Result } from '../model/result.ts';
import { createPackReader } from '../packs/pack-reader.ts';
import { sortProblems, type ConversionProblem, type ProblemLog } from './conversion-problem.ts';
import { draftId, type DraftRecord } from './draft-record.ts';

/** A converted pack: sound, and ready to be written or imported. */
export type ConvertedPack = {
  readonly header: PackHeader;
  /** The header line, then one record a line, without line ends. */
  readonly lines: readonly string[];
};

/** The header as its author wrote it: format, format version and counts may be missing and are filled in. */
export type HeaderDraft = { readonly file: string; readonly fields: Readonly<Record<string, unknown>> };

/**
 * Makes a pack of a header and drafts, in their order, and checks it with the same reader that imports packs: what comes out is
 * sound. All problems, those in the log included, are told where the draft came from.
 */
export function assemblePack(
  { file, fields }: HeaderDraft,
  allDrafts: readonly DraftRecord[],
  log: ProblemLog,
): Result<ConvertedPack, readonly ConversionProblem[]> {
  reportRepeatedIds(allDrafts, log);
  const drafts = allDrafts.filter(({ isBroken }) => isBroken !== true);
  const { format = PACK_FORMAT, formatVersion = PACK_FORMAT_VERSION, counts = countDrafts(drafts), ...rest } = fields;
  const head = JSON.stringify({ format, formatVersion, ...rest, counts });
  const lines = [head, ...drafts.map(({ type, body }) => JSON.stringify({ [type]: body }))];
  const reader = createPackReader();
  for (const line of lines) reader.push(line);
  const finished = reader.finish();
  const isPartial = log.problems.length > 0;
  for (const problem of finished.ok ? [] : finished.error) {
    // Ids that repeat were told with their places; and where rows were left out, ids miss and counts differ because of them.
    if (problem.code === 'duplicate-id') continue;
    if (isPartial && (problem.code === 'unknown-id' || problem.code === 'count-mismatch')) continue;
    const draft = drafts[problem.line - 2];
    const field = draft?.fieldName(problem.field) ?? problem.field;
    const message = problem.message.startsWith(problem.field)
      ? `${field}${problem.message.slice(problem.field.length)}`
      : problem.message;
    log.add({ ...problem, file: draft?.file ?? file, line: draft?.line ?? 0, field, message });
  }
  if (log.problems.length > 0 || !finished.ok) return err(sortProblems(log.problems));
  return ok({ header: finished.value, lines });
}

function reportRepeatedIds(drafts: readonly DraftRecord[], log: ProblemLog): void {
  const places = new Map<string, DraftRecord>();
  for (const draft of drafts) {
    const id = draftId(draft);
    const key = `${draft.type} ${id}`;
    const earlier = places.get(key);
    if (earlier === undefined) places.set(key, draft);
    else if (id !== '') {
      const { type, file, line } = draft;
      const field = draft.fieldName(`${type}.id`);
      const message = `The ${type} "${id}" stands in ${earlier.file}:${earlier.line} already; give this one another id or remove it.`;
      log.add({ code: 'duplicate-id', file, line, field, message });
    }
  }
}

function countDrafts(drafts: readonly DraftRecord[]): PackCounts {
  const count = (type: PackRecord['type']): number =>
    new Set(drafts.filter((draft) => draft.type === type).map(draftId)).size;
  return { entities: count('entity'), facts: count('fact'), sources: count('source'), conflicts: count('conflict') };
}
