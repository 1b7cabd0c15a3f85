/**
 * What `core` uses of papaparse. The package's own types bring Node's and the browser's with them, which `core` must not see
 * (`src/core/tsconfig.json` puts this in their place).
 */
declare namespace Papa {
  type ParseError = { readonly type: 'Quotes' | 'Delimiter' | 'FieldMismatch'; readonly row?: number | undefined };
  type ParseConfig = { readonly delimiter: string; readonly newline: '\n'; readonly preview: number };
  // The package's own function is called with the type of a row.
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters
  function parse<Row extends string[]>(
    text: string,
    config: ParseConfig,
  ): { readonly data: Row[]; readonly errors: readonly ParseError[] };
}
// oxlint-disable-next-line import/no-default-export -- as the package has it
export default Papa;
