import { citeMarkdown, citePlain, cslOf } from '../core/card/cite.ts';
import type { FactView } from '../core/card/card-view.ts';
import type { CitationFormat } from '../core/card/citation-format.ts';

/** A fact with its sources as a text to be copied; BibTeX and CSL-JSON are of the sources alone. */
export async function formatCitation(fact: FactView, format: CitationFormat): Promise<string> {
  switch (format) {
    case 'line':
      return citePlain(fact);
    case 'markdown':
      return citeMarkdown(fact);
    case 'csl':
      return `${JSON.stringify(cslOf(fact), null, 2)}\n`;
    case 'bibtex':
      return (await import('./format-bibtex.ts')).formatBibtex(cslOf(fact));
  }
}
