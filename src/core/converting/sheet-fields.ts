/** What a sheet may hold: records of one kind each. */
export const SHEET_KINDS = ['entities', 'facts', 'sources'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

/** The fields that a column of each kind of sheet can give. */
export const SHEET_FIELDS = {
  entities: ['id', 'name', 'type', 'description', 'aliases', 'wikidata', 'website'],
  facts: [
    'id',
    'subjects',
    'statement',
    'kind',
    'asOf',
    'basis',
    'certainty',
    'quality',
    'source',
    'sourceTitle',
    'sourceUrl',
    'sourcePublisher',
    'sourceDate',
    'section',
    'page',
    'quote',
    'number',
    'currency',
    'unit',
    'note',
  ],
  sources: ['id', 'type', 'title', 'url', 'author', 'container', 'publisher', 'date', 'language', 'note'],
} as const;

export type SheetField<K extends SheetKind = SheetKind> = (typeof SHEET_FIELDS)[K][number];

/** Fields without which no row of the sheet makes a record. */
export const REQUIRED_FIELDS: { readonly [K in SheetKind]: readonly SheetField<K>[] } = {
  entities: ['name', 'type'],
  facts: ['subjects', 'statement'],
  sources: ['title'],
};

/** Which column, counted from 0, gives which field. A field without a column is empty in every row. */
export type ColumnMapping<K extends SheetKind = SheetKind> = Readonly<Partial<Record<SheetField<K>, number>>>;
