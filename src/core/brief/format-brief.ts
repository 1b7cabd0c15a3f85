import { citeMarkdown, citeReference, dateOf, escapeMarkdown } from '../card/cite.ts';
import { escapeCsv } from '../text/escape-csv.ts';
import type { Brief } from './brief.ts';

export const BRIEF_FORMATS = ['markdown', 'csv', 'json'] as const;
export type BriefFormat = (typeof BRIEF_FORMATS)[number];

/** A brief as a text to be copied or saved, every fact with its certainty, date and sources. */
export function formatBrief(brief: Brief, format: BriefFormat): string {
  switch (format) {
    case 'markdown':
      return toMarkdown(brief);
    case 'csv':
      return toCsv(brief);
    case 'json':
      return `${JSON.stringify(brief, null, 2)}\n`;
  }
}

function toMarkdown({ title, url, articleDate, entries }: Brief): string {
  const head = [`# ${escapeMarkdown(title)}`, '', `<${url}>${articleDate === null ? '' : ` · ${articleDate}`}`];
  const sections = entries.flatMap(({ entity, count, claims }) => [
    '',
    `## ${escapeMarkdown(entity.name)} (${count}×)`,
    ...(entity.description === '' ? [] : ['', escapeMarkdown(entity.description)]),
    '',
    ...claims.flatMap(({ facts }) => facts.map((fact) => `- ${citeMarkdown(fact)}`)),
  ]);
  return `${[...head, ...sections].join('\n')}\n`;
}

function toCsv({ url, entries }: Brief): string {
  const head = ['page', 'name', 'mentions', 'fact', 'statement', 'certainty', 'quality', 'as_of', 'sources'];
  const rows = entries.flatMap(({ entity, count, claims }) =>
    claims
      .flatMap(({ facts }) => facts)
      .map((fact) => [
        url,
        entity.name,
        String(count),
        fact.id,
        fact.statement,
        fact.certainty,
        fact.quality,
        dateOf(fact),
        fact.references.map(citeReference).join('; '),
      ]),
  );
  return `${[head, ...rows].map((row) => row.map(escapeCsv).join(',')).join('\r\n')}\r\n`;
}
