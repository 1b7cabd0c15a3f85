import * as v from 'valibot';
import { LIMITS } from '../model/limits.ts';
import { SOURCE_TYPES, type CslName } from '../model/source.ts';

/** Room for what is to be corrected: what is too long for the format must still fit into the form. */
const loose = (length: number) => v.pipe(v.string(), v.maxLength(2 * length));

/** A source as a form shows it: every field a text, empty where nothing is said. */
export const sourceFieldsSchema = v.strictObject({
  type: v.picklist(SOURCE_TYPES),
  title: loose(LIMITS.shortTextLength),
  /** One a line: "Family, Given", or a name as it is. */
  authors: loose(LIMITS.shortTextLength * 8),
  issued: loose(40),
  accessed: loose(40),
  site: loose(LIMITS.shortTextLength),
  publisher: loose(LIMITS.shortTextLength),
  url: loose(LIMITS.urlLength),
  doi: loose(LIMITS.shortTextLength),
  language: loose(40),
});

export type SourceFields = v.InferOutput<typeof sourceFieldsSchema>;

/** The names of a field of authors as CSL has them. */
export const parseAuthors = (authors: string): CslName[] =>
  authors
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [family = '', given = '', ...more] = line.split(',').map((part) => part.trim());
      return given !== '' && family !== '' && more.length === 0 ? { family, given } : { literal: line };
    });
