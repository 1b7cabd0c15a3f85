import type { FactView, ReferenceView } from './card-view.ts';
import type { SourceView } from './source-view.ts';

/** Authors named before "et al." would stand. */
const MAX_AUTHORS = 3;

/** A fact on one line with its certainty, date and sources, as plain text. */
export const citePlain = (fact: FactView): string =>
  `${fact.statement} (${qualify(fact)}) ${fact.references.map(citeReference).join('; ')}`;

/** The same as Markdown, sources linked. */
export const citeMarkdown = (fact: FactView): string =>
  `${escapeMarkdown(fact.statement)} (${qualify(fact)}) ${fact.references.map(linkReference).join('; ')}`;

/** The sources of a fact, and those these cite, as CSL-JSON, which reference managers read. */
export const cslOf = (fact: FactView): SourceView['csl'][] => [
  ...new Map(
    fact.references
      .flatMap(({ source, attributedTo }) => (attributedTo === null ? [source] : [source, attributedTo]))
      .map(({ csl }) => [csl.id, csl] as const),
  ).values(),
];

/** As precise as known; empty where undated. */
export const dateOf = ({ asOf }: FactView): string => (asOf.basis === 'unknown' ? '' : asOf.date);

/** A reference on one line, with its address. */
export const citeReference = ({ source, attributedTo }: ReferenceView): string =>
  [describeSource(source), source.url ?? '', attributedTo === null ? '' : `citing ${describeSource(attributedTo)}`]
    .filter((part) => part !== '')
    .join(' ');

export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, String.raw`\$&`);

const qualify = (fact: FactView): string =>
  [
    fact.certainty,
    ...(fact.quality === 'ok' ? [] : [fact.quality]),
    dateOf(fact) === '' ? 'undated' : `as of ${dateOf(fact)}`,
  ].join(', ');

function linkReference({ source, attributedTo }: ReferenceView): string {
  const named = escapeMarkdown(describeSource(source));
  const linked = source.url === null ? named : `[${named}](<${source.url}>)`;
  return attributedTo === null
    ? linked
    : `${linked}, citing ${escapeMarkdown(attributedTo.publisher || attributedTo.title)}`;
}

const describeSource = ({ authors, title, publisher, issued }: SourceView): string =>
  [...authors.slice(0, MAX_AUTHORS), title, publisher, issued ?? 'undated'].filter((part) => part !== '').join(', ');
