import { guessMapping } from '../../core/converting/guess-mapping.ts';
import { mapColumn } from '../../core/converting/map-column.ts';
import type { Sheet } from '../../core/converting/read-sheet.ts';
import {
  SHEET_FIELDS,
  SHEET_KINDS,
  type ColumnMapping,
  type SheetField,
  type SheetKind,
} from '../../core/converting/sheet-fields.ts';
import { WrongUseError } from '../run-command.ts';

/** A column chosen by `--map facts.statement=Aussage`. */
export type ColumnChoice = { readonly kind: SheetKind; readonly field: string; readonly heading: string };

/** @throws WrongUseError for what is no choice of a column. */
export function parseColumnChoice(written: string): ColumnChoice {
  const match = /^([a-z]+)\.([a-z]+)=(.+)$/i.exec(written);
  const kind = SHEET_KINDS.find((known) => known === match?.[1]);
  const fields: readonly string[] = kind === undefined ? [] : SHEET_FIELDS[kind];
  const [field, heading] = [match?.[2] ?? '', match?.[3] ?? ''];
  if (kind === undefined) throw new WrongUseError(`--map wants SHEET.FIELD=HEADING, such as facts.statement=Claim.`);
  if (!fields.includes(field)) throw new WrongUseError(`--map: ${kind} have no "${field}" but ${fields.join(', ')}.`);
  return { kind, field, heading };
}

/** The guessed columns, with those that were chosen in their place. A sheet without the heading keeps the guess. */
export function mappingFor<K extends SheetKind>(kind: K, { heading }: Sheet, choices: readonly ColumnChoice[]) {
  let mapping: ColumnMapping<K> = guessMapping(kind, heading);
  for (const choice of choices) {
    const column = heading.indexOf(choice.heading);
    if (choice.kind === kind && column >= 0) mapping = mapColumn(mapping, choice.field as SheetField<K>, column);
  }
  return mapping;
}

/** @throws WrongUseError for a choice of a heading that no sheet of its kind has. */
export function refuseUnusedChoices(
  choices: readonly ColumnChoice[],
  sheets: readonly { readonly kind: SheetKind; readonly sheet: Sheet }[],
): void {
  for (const { kind, heading } of choices) {
    const own = sheets.filter((sheet) => sheet.kind === kind);
    if (own.length > 0 && !own.some(({ sheet }) => sheet.heading.includes(heading))) {
      const headings = own.flatMap(({ sheet }) => sheet.heading).join(', ');
      throw new WrongUseError(`--map: no column of the ${kind} is headed "${heading}"; they are ${headings}.`);
    }
  }
}
