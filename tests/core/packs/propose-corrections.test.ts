import { describe, expect, test } from 'vitest';
import type { Correction } from '../../../src/core/model/correction.ts';
import { formatPatch } from '../../../src/core/packs/pack-patch.ts';
import { proposeCorrections } from '../../../src/core/packs/propose-corrections.ts';
import { makeEntity } from '../../fixtures/builders.ts';

const acme = makeEntity({
  name: 'Acme',
  aliases: [{ text: 'ACM', case: 'exact', not: ['ACM Queue'] }, { text: 'Akme' }],
});
const entity = { pack: 'demo', id: 'acme' };
const propose = (...corrections: Correction[]) =>
  proposeCorrections([acme, makeEntity({ name: 'Globex' })], corrections);

describe('proposeCorrections', () => {
  test('an alias that never means the entity goes, whatever its case', () => {
    const { entities, remarks } = propose({ verdict: 'never', entity, alias: 'akme' });
    expect(entities.map(({ aliases }) => aliases.map(({ text }) => text))).toEqual([['ACM']]);
    expect(remarks).toEqual(['"akme" does not mean Acme.']);
  });

  test('a phrase becomes a rule of the alias, beside those it has', () => {
    const { entities } = propose(
      { verdict: 'not-in-phrase', entity, alias: 'ACM', phrase: 'ACM Awards' },
      { verdict: 'not-in-phrase', entity, alias: 'ACM', phrase: 'ACM Awards' },
    );
    expect(entities[0]?.aliases).toContainEqual({ text: 'ACM', case: 'exact', not: ['ACM Queue', 'ACM Awards'] });
  });

  test('a phrase with the name itself becomes a rule of an alias of its own', () => {
    const { entities } = propose({ verdict: 'not-in-phrase', entity, alias: 'Acme', phrase: 'Acme Street' });
    expect(entities[0]?.aliases.at(-1)).toEqual({ text: 'Acme', not: ['Acme Street'] });
  });

  test('what no record can hold is a remark: a site, the name itself', () => {
    const { entities, remarks } = propose(
      { verdict: 'not-on-site', entity, alias: 'ACM', site: 'acm.example' },
      { verdict: 'other-entity', entity, alias: 'Acme', other: { pack: 'demo', id: 'globex' } },
    );
    expect(entities).toEqual([]);
    expect(remarks).toEqual([
      '"ACM" does not mean Acme on acm.example.',
      '"Acme" does not mean Acme. It means globex.',
    ]);
  });
});

test('a patch is a header and a record a line', () => {
  const lines = formatPatch({
    ...{ pack: 'demo', from: 3, header: null, remove: [], remarks: ['Why.'] },
    put: [{ type: 'entity', entity: acme }],
  })
    .trimEnd()
    .split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { format: 'factpack-patch', formatVersion: 1, pack: 'demo', from: 3, remarks: ['Why.'] },
    { entity: acme },
  ]);
});
