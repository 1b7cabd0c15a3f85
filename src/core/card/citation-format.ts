/** The forms in which a fact can be copied. */
export const CITATION_FORMATS = ['line', 'markdown', 'bibtex', 'csl'] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];
