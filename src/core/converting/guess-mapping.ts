import { normalizeText } from '../text/normalize.ts';
import {
  REQUIRED_FIELDS,
  SHEET_FIELDS,
  SHEET_KINDS,
  type ColumnMapping,
  type SheetField,
  type SheetKind,
} from './sheet-fields.ts';
import { SHEET_HEADINGS } from './sheet-headings.ts';

/** Folded letters without spaces: "As-of date", "asOfDate" and "as of date" are one heading. */
const fold = (heading: string): string => normalizeText(heading).folded.replaceAll(' ', '');

/**
 * Guesses from the heading which column gives which field. The earlier a heading stands in a field's list (`sheet-headings.ts`),
 * the better; each column gives one field at most, and each field has one column.
 */
export function guessMapping<K extends SheetKind>(kind: K, heading: readonly string[]): ColumnMapping<K> {
  const folded = heading.map(fold);
  const guesses = SHEET_FIELDS[kind]
    .flatMap((field) =>
      folded.flatMap((name, column) => {
        const rank = rankOf(kind, field, name);
        return rank === undefined ? [] : [{ field, column, rank }];
      }),
    )
    .toSorted((a, b) => a.rank - b.rank || a.column - b.column);
  const mapping: Partial<Record<string, number>> = {};
  const taken = new Set<number>();
  for (const { field, column } of guesses) {
    if (mapping[field] !== undefined || taken.has(column)) continue;
    mapping[field] = column;
    taken.add(column);
  }
  return mapping as ColumnMapping<K>;
}

/** The kind of sheet whose required fields the heading has, and most of its others; null where none fits. */
export function guessSheetKind(heading: readonly string[]): SheetKind | null {
  const scores = SHEET_KINDS.map((kind) => {
    const mapping: Readonly<Partial<Record<string, number>>> = guessMapping(kind, heading);
    const isWhole = REQUIRED_FIELDS[kind].every((field) => mapping[field] !== undefined);
    return { kind, score: isWhole ? Object.keys(mapping).length : 0 };
  });
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score === 0 ? null : best.kind;
}

/** Where the folded headings of each field stand in its list, filled in at the first use of a field: folding all takes a millisecond. */
const ranks = new Map<string, ReadonlyMap<string, number>>();

function rankOf<K extends SheetKind>(kind: K, field: SheetField<K>, folded: string): number | undefined {
  const key = `${kind} ${field}`;
  let known = ranks.get(key);
  if (known === undefined) {
    const names = [field, ...namesOf(kind, field)].map(fold);
    // Of two that fold to the same the first counts.
    known = new Map(names.map((name, rank) => [name, rank] as const).toReversed());
    ranks.set(key, known);
  }
  return known.get(folded);
}

const namesOf = <K extends SheetKind>(kind: K, field: SheetField<K>): readonly string[] => {
  const headings: Readonly<Partial<Record<string, string>>> = SHEET_HEADINGS[kind];
  return (headings[field] ?? '').split(',');
};
