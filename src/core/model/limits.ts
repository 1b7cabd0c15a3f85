/**
 * Caps on what a pack may hold. A pack is untrusted input: each cap bounds memory or work, and each is far above what
 * the packs we know need. Sizes are in bytes of UTF-8 unless said otherwise; text lengths are in UTF-16 code units.
 */
export const LIMITS = {
  packs: 500,
  packBytes: 256 * 1024 * 1024,
  /** As it is fetched, packed or not. */
  downloadBytes: 64 * 1024 * 1024,
  manifestBytes: 256 * 1024,
  /** What one byte may unpack to, past the first megabyte: packs reach 10 or so, bombs 1 000. */
  unpackRatio: 200,
  lineBytes: 64 * 1024,
  idLength: 96,
  nameLength: 200,
  aliasLength: 200,
  descriptionLength: 400,
  statementLength: 600,
  noteLength: 1000,
  urlLength: 2048,
  shortTextLength: 300,
  aliasesPerEntity: 200,
  sameAsPerEntity: 32,
  phrasesPerRule: 128,
  subjectsPerFact: 16,
  referencesPerFact: 16,
  itemsPerList: 64,
  authorsPerSource: 64,
  factsPerConflict: 64,
  recordsPerPack: 4_000_000,
  /** Whoever mends a file wants all of them at once; more than these are one mistake made over and over. */
  reportedProblems: 5000,
  corrections: 5000,
  /** Unpacked: a backup holds many packs. */
  backupBytes: 4 * 1024 * 1024 * 1024,
  /** In UTF-16 code units: a list of sites, or a record that grew by its defaults, is longer than a line of a pack may be. */
  backupLineLength: 1024 * 1024,
  mergeChoices: 5000,
  ownNotes: 2000,
  hiddenFacts: 20_000,
  /** A sheet is read whole, so it is smaller than a pack, which is streamed. */
  sheetCharacters: 64 * 1024 * 1024,
  rowsPerSheet: 200_000,
  columnsPerSheet: 100,
  cellCharacters: 8 * 1024,
} as const;
