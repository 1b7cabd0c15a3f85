/** The lists of a JSON document, in the order of a pack file, with the type of record each holds. */
export const LISTS_BY_TYPE = [
  ['source', 'sources'],
  ['entity', 'entities'],
  ['fact', 'facts'],
  ['conflict', 'conflicts'],
] as const;
