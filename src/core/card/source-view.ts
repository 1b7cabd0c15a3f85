import { linkToPassage, type Surroundings } from './text-fragment.ts';
import type { CslName, Source } from '../model/source.ts';

/** A source as a reader sees it. */
export type SourceView = {
  readonly title: string;
  readonly authors: readonly string[];
  /** The publication, else the publisher; empty if the source names neither. */
  readonly publisher: string;
  /** Date of publication as precise as known; null if undated. */
  readonly issued: string | null;
  /** An https address, or null: nothing else becomes a link. */
  readonly url: string | null;
  /** The CSL-JSON item itself, for whoever cites it. */
  readonly csl: Source;
};

/** A source, its link opening at `quote` if one is given, told from the same words elsewhere by those around it. */
export function viewSource(source: Source, quote?: string, around?: Surroundings): SourceView {
  const url = source.URL?.startsWith('https://') === true ? source.URL : null;
  return {
    title: source.title,
    authors: (source.author ?? []).map(nameOf),
    publisher: source['container-title'] ?? source.publisher ?? '',
    issued: issuedDate(source),
    csl: source,
    url: url === null || quote === undefined ? url : linkToPassage(url, quote, around),
  };
}

const nameOf = (name: CslName): string =>
  name.literal ?? [name.given, name.family].filter((part) => part !== undefined).join(' ');

/** The CSL date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
function issuedDate(source: Source): string | null {
  const parts = source.issued?.['date-parts'][0];
  if (parts === undefined) return null;
  return parts.map((part, position) => String(part).padStart(position === 0 ? 4 : 2, '0')).join('-');
}
