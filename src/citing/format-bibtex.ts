import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { Source } from '../core/model/source.ts';

/** Sources as BibTeX entries. A module of its own, since it is large and few readers ever want it. */
export const formatBibtex = (sources: readonly Source[]): string =>
  String(new Cite(sources.map((source) => ({ ...source }))).format('bibtex'));
