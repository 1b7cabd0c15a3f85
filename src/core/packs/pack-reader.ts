import type { PackHeader, PackRecord } from '../model/fact-pack.ts';
import { LIMITS } from '../model/limits.ts';
import { err, ok, type Result } from '../model/result.ts';
import { createIdTable, type IdTable } from './id-table.ts';
import type { PackProblem } from './pack-problem.ts';
import { parseHeaderLine, parseRecordLine } from './parse-record.ts';
import { usesOf, type RecordUse } from './record-uses.ts';

/**
 * Reads a pack line by line. Give every line to `push`, in order; what it returns may be stored provisionally. `finish` says
 * whether the whole holds together: only then may the records be used.
 */
export type PackReader = {
  /** The record of the line; null for the header, an empty line, or a line with problems. */
  push(line: string): PackRecord | null;
  /** The header once it has been read and is sound. */
  header(): PackHeader | null;
  /** How many lines were pushed. */
  lineCount(): number;
  /** All problems, at most {@link LIMITS.reportedProblems} of them, sorted by line; or the header of a sound pack. */
  finish(): Result<PackHeader, readonly PackProblem[]>;
};

type Use = RecordUse & { readonly line: number };

/** @param maxLineLength longest line of a record, in UTF-16 code units. */
export function createPackReader(maxLineLength: number = LIMITS.lineBytes): PackReader {
  const problems: PackProblem[] = [];
  const seen = {
    source: createIdTable(),
    entity: createIdTable(),
    fact: createIdTable(),
    conflict: createIdTable(),
  };
  // Few, for a pack names its sources first, then entities, facts and conflicts.
  const usesAhead: Use[] = [];
  let header: PackHeader | null = null;
  let line = 0;
  let started = false;
  let records = 0;

  const report = (found: readonly PackProblem[]): null => {
    problems.push(...found.slice(0, Math.max(0, LIMITS.reportedProblems - problems.length)));
    return null;
  };

  const note = (record: PackRecord): void => {
    const id = idOf(record);
    const earlier = seen[record.type].get(id);
    if (earlier !== undefined) {
      const message = `${record.type} "${id}" stands on line ${earlier} already; give this one another id or remove it.`;
      report([{ code: 'duplicate-id', line, field: `${record.type}.id`, message }]);
    } else seen[record.type].add(id, line);
    for (const use of usesOf(record)) if (seen[use.kind].get(use.id) === undefined) usesAhead.push({ ...use, line });
  };

  return {
    push(text) {
      line++;
      const content = line === 1 ? text.replace(/^\ufeff/, '') : text;
      if (content.trim() === '') return null;
      if (!started) {
        started = true;
        const parsed = parseHeaderLine(content, line);
        if (!parsed.ok) return report(parsed.error);
        header = parsed.value;
        return null;
      }
      // Without a sound header every further line would only add noise.
      if (header === null) return null;
      if (++records > LIMITS.recordsPerPack) {
        const message = `A pack may hold at most ${LIMITS.recordsPerPack} records; split it.`;
        return records === LIMITS.recordsPerPack + 1
          ? report([{ code: 'too-many-records', line, field: '', message }])
          : null;
      }
      const parsed = parseRecordLine(content, line, maxLineLength);
      if (!parsed.ok) return report(parsed.error);
      note(parsed.value);
      return parsed.value;
    },
    header: () => header,
    lineCount: () => line,
    finish() {
      if (!started) report([{ code: 'empty-file', line: 0, field: '', message: 'The file is empty.' }]);
      // A record refused for a bad field would make every use of it look like a mistake of its own.
      if (header !== null && problems.length === 0) {
        report(danglingUses(usesAhead, seen));
        report(wrongCounts(header, seen));
      }
      if (header === null || problems.length > 0) return err(problems.toSorted((a, b) => a.line - b.line));
      return ok(header);
    },
  };
}

type Seen = Readonly<Record<PackRecord['type'], Pick<IdTable, 'get' | 'count'>>>;

function danglingUses(uses: readonly Use[], seen: Seen): PackProblem[] {
  return uses
    .filter((use) => seen[use.kind].get(use.id) === undefined)
    .map(({ kind, id, line, field }) => ({
      code: 'unknown-id' as const,
      line,
      field,
      message: `${field} names the ${kind} "${id}", which this pack does not hold; add it or correct the id.`,
    }));
}

function wrongCounts(header: PackHeader, seen: Seen): PackProblem[] {
  const actual = {
    entities: seen.entity.count(),
    facts: seen.fact.count(),
    sources: seen.source.count(),
    conflicts: seen.conflict.count(),
  };
  return (['entities', 'facts', 'sources', 'conflicts'] as const)
    .filter((name) => header.counts[name] !== actual[name])
    .map((name) => ({
      code: 'count-mismatch' as const,
      line: 1,
      field: `counts.${name}`,
      message: `The header promises ${header.counts[name]} ${name} and the file holds ${actual[name]}: it may have been cut short. Correct the count or get the file again.`,
    }));
}

export function idOf(record: PackRecord): string {
  switch (record.type) {
    case 'source':
      return record.source.id;
    case 'entity':
      return record.entity.id;
    case 'fact':
      return record.fact.id;
    case 'conflict':
      return record.conflict.id;
  }
}
