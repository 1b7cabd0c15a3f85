import { expect, test } from 'vitest';
import { viewEntityPage } from '../../../src/core/card/card-view.ts';
import { formatEntities } from '../../../src/core/library/format-entities.ts';
import { makeEntity, makeFact } from '../../fixtures/builders.ts';

test('chosen names become Markdown, in which nothing of a pack is markup', () => {
  const page = viewEntityPage({
    pack: { id: 'demo', title: 'Demo', version: 1 },
    entity: makeEntity({ id: 'acme', name: 'Acme *Robotics*' }),
    facts: [makeFact({ statement: 'Acme <b>rose</b>.' })],
    sources: [{ id: 's1', type: 'webpage', title: 'A [page]', URL: 'https://example.org/a' }],
    ...{ conflicts: [], others: [] },
  });
  expect(formatEntities([page, page])).toBe(
    `${[1, 2]
      .map(
        () => String.raw`## Acme \*Robotics\*

- Acme \<b\>rose\</b\>. (reported, as of 2018-05) [A \[page\], undated](<https://example.org/a>)`,
      )
      .join('\n\n')}\n`,
  );
});
