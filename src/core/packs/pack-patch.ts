import type { FactPack, PackHeader, PackRecord } from '../model/fact-pack.ts';
import { RECORD_KINDS, type PackDiff, type RecordKind } from './diff-packs.ts';

export const PATCH_FORMAT = 'factpack-patch';
export const PATCH_FORMAT_VERSION = 1;

/** A record that goes. */
export type RecordRef = { readonly kind: RecordKind; readonly id: string };

/** What turns one version of a pack into another, or, without a new header, what a reader proposes to its publisher. */
export type PackPatch = {
  readonly pack: string;
  /** The version it was made from. */
  readonly from: number;
  /** The header of the new version; null in a proposal. */
  readonly header: PackHeader | null;
  /** Records to be put in place of those with the same id, or added. */
  readonly put: readonly PackRecord[];
  readonly remove: readonly RecordRef[];
  /** For the publisher to read: what no record can hold. */
  readonly remarks: readonly string[];
};

/** The patch between two versions of a pack. */
export const makePatch = (before: FactPack, after: FactPack, diff: PackDiff): PackPatch => ({
  pack: before.header.id,
  from: before.header.version,
  header: after.header,
  put: [
    ...putOf(diff.source).map((source) => ({ type: 'source' as const, source })),
    ...putOf(diff.entity).map((entity) => ({ type: 'entity' as const, entity })),
    ...putOf(diff.fact).map((fact) => ({ type: 'fact' as const, fact })),
    ...putOf(diff.conflict).map((conflict) => ({ type: 'conflict' as const, conflict })),
  ],
  remove: RECORD_KINDS.flatMap((kind) => diff[kind].removed.map(({ id }) => ({ kind, id }))),
  remarks: [],
});

const putOf = <T>({ added, changed }: { added: readonly T[]; changed: readonly { after: T }[] }): readonly T[] => [
  ...changed.map(({ after }) => after),
  ...added,
];

/** The patch as the lines of a file: a header, then one record or removal a line. */
export function formatPatch({ pack, from, header, put, remove, remarks }: PackPatch): string {
  const head = {
    ...{ format: PATCH_FORMAT, formatVersion: PATCH_FORMAT_VERSION, pack, from },
    ...(header === null ? {} : { header }),
    ...(remarks.length === 0 ? {} : { remarks }),
  };
  const puts = put.map((record) => ({ [record.type]: bodyOf(record) }));
  const removals = remove.map(({ kind, id }) => ({ remove: { [kind]: id } }));
  return [head, ...puts, ...removals].map((line) => `${JSON.stringify(line)}\n`).join('');
}

export function bodyOf(record: PackRecord): { readonly id: string } {
  switch (record.type) {
    case 'source':
      return record.source;
    case 'entity':
      return record.entity;
    case 'fact':
      return record.fact;
    case 'conflict':
      return record.conflict;
  }
}
