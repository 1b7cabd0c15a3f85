import type { FactPack, PackHeader, PackRecord } from '../model/fact-pack.ts';
import { err, type Result } from '../model/result.ts';
import { bodyOf, type PackPatch } from './pack-patch.ts';
import type { PackProblem } from './pack-problem.ts';
import { parseFactPack } from './parse-fact-pack.ts';

/**
 * The pack that a patch makes of another. Records that stay keep their order, new ones follow. The result is checked like any
 * pack: a removal that leaves a reference behind is refused. A proposal keeps the version; its publisher decides on the next.
 */
export function applyPatch(pack: FactPack, patch: PackPatch): Result<FactPack, readonly PackProblem[]> {
  const { id, version } = pack.header;
  if (patch.pack !== id) return refuse(`The patch is for the pack "${patch.pack}", not for "${id}".`);
  if (patch.from !== version)
    return refuse(`The patch is made from version ${patch.from}; this is version ${version}. Ask for the whole pack.`);
  const gone = new Set(patch.remove.map(({ kind, id: record }) => `${kind} ${record}`));
  const put = new Map(patch.put.map((record) => [`${record.type} ${bodyOf(record).id}`, record]));
  const kept = recordsOf(pack).filter((record) => !gone.has(keyOf(record)));
  const known = new Set(kept.map(keyOf));
  const records = [
    ...kept.map((record) => put.get(keyOf(record)) ?? record),
    ...patch.put.filter((record) => !known.has(keyOf(record))),
  ];
  const parsed = parseFactPack(formatPack(patch.header ?? headerFor(pack.header, records), records));
  return parsed.ok ? parsed : err(parsed.error.map((problem) => ({ ...problem, line: 0 })));
}

/** The records of a pack in the order of its file. */
export const recordsOf = ({ sources, entities, facts, conflicts }: Omit<FactPack, 'header'>): PackRecord[] => [
  ...sources.map((source) => ({ type: 'source' as const, source })),
  ...entities.map((entity) => ({ type: 'entity' as const, entity })),
  ...facts.map((fact) => ({ type: 'fact' as const, fact })),
  ...conflicts.map((conflict) => ({ type: 'conflict' as const, conflict })),
];

/** The text of a pack file: the header, then sources, entities, facts and conflicts. */
export function formatPack(header: PackHeader, records: readonly PackRecord[]): string {
  const lines = ['source', 'entity', 'fact', 'conflict'].flatMap((type) =>
    records.filter((record) => record.type === type).map((record) => ({ [type]: bodyOf(record) })),
  );
  return [header, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
}

const keyOf = (record: PackRecord): string => `${record.type} ${bodyOf(record).id}`;

const headerFor = (header: PackHeader, records: readonly PackRecord[]): PackHeader => {
  const count = (type: PackRecord['type']): number => records.filter((record) => record.type === type).length;
  return {
    ...header,
    counts: {
      entities: count('entity'),
      facts: count('fact'),
      sources: count('source'),
      conflicts: count('conflict'),
    },
  };
};

const refuse = (message: string): Result<never, readonly PackProblem[]> =>
  err([{ code: 'wrong-base', line: 0, field: '', message }]);
