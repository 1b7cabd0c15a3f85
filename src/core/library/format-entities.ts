import type { EntityPage } from '../card/card-view.ts';
import { citeMarkdown, escapeMarkdown } from '../card/cite.ts';

/** All that is known of some entities as Markdown, every fact with its certainty, date and sources. */
export const formatEntities = (pages: readonly EntityPage[]): string =>
  `${pages.map((page) => describe(page).join('\n')).join('\n\n')}\n`;

const describe = ({ entity, claims }: EntityPage): string[] => [
  `## ${escapeMarkdown(entity.name)}`,
  ...(entity.description === '' ? [] : ['', escapeMarkdown(entity.description)]),
  '',
  ...claims.flatMap(({ facts }) => facts.map((fact) => `- ${citeMarkdown(fact)}`)),
];
