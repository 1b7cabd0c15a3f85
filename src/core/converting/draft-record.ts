import type { PackRecord } from '../model/fact-pack.ts';

/** A record that has not been checked yet, and where it comes from. */
export type DraftRecord = {
  readonly type: PackRecord['type'];
  readonly body: Readonly<Record<string, unknown>>;
  readonly file: string;
  /** Row, item or line, as in `ConversionProblem`. */
  readonly line: number;
  /** Its problems are told already: others may refer to it, and it is not checked again. */
  readonly isBroken?: boolean;
  /** The id that a CSL-JSON item had before it was made valid. */
  readonly originalId?: string;
  /** What the author calls the field at this path (`fact.asOf.date`), such as the heading of a column; the path itself if unknown. */
  readonly fieldName: (path: string) => string;
};

/** The id of a draft, or an empty text. */
export const draftId = ({ body }: DraftRecord): string => (typeof body['id'] === 'string' ? body['id'] : '');

/** Leaves out what is undefined or an empty text, so that optional fields are absent rather than empty. */
export const withoutEmpty = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));

/** A field name for each of these paths, the longest that fits; other paths keep their own. */
export const namePaths =
  (names: readonly (readonly [path: string, name: string])[]) =>
  (path: string): string =>
    names.find(([start]) => path === start || path.startsWith(`${start}.`))?.[1] ?? path;
