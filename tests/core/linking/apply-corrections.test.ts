import { describe, expect, test } from 'vitest';
import { applyCorrections } from '../../../src/core/linking/apply-corrections.ts';
import type { Correction } from '../../../src/core/model/correction.ts';
import { trackedAliases } from '../../../src/core/packs/tracked-aliases.ts';
import { makeEntity } from '../../fixtures/builders.ts';

const aliases = [
  ...trackedAliases('p', makeEntity({ id: 'maker', name: 'DJI' })),
  ...trackedAliases('p', makeEntity({ id: 'index', name: 'DJI', type: 'concept' })),
].filter(({ alias }) => alias.text === 'DJI');
const entity = { pack: 'p', id: 'maker' };
const other = { pack: 'p', id: 'index' };

const CASES: readonly (readonly [string, Correction, string, readonly string[]])[] = [
  ['never', { verdict: 'never', entity, alias: 'DJI' }, 'news.example', ['index']],
  ['spelled otherwise', { verdict: 'never', entity, alias: 'dji' }, 'news.example', ['index']],
  ['another alias', { verdict: 'never', entity, alias: 'DJI Technology' }, 'news.example', ['maker', 'index']],
  ['on the site', { verdict: 'not-on-site', entity, alias: 'DJI', site: 'example.com' }, 'example.com', ['index']],
  ['below the site', { verdict: 'not-on-site', entity, alias: 'DJI', site: 'example.com' }, 'm.example.com', ['index']],
  [
    'elsewhere',
    { verdict: 'not-on-site', entity, alias: 'DJI', site: 'example.com' },
    'example.org',
    ['maker', 'index'],
  ],
  ['the other', { verdict: 'other-entity', entity, alias: 'DJI', other }, 'x.example', ['index']],
  [
    'the other, which is gone',
    { verdict: 'other-entity', entity, alias: 'DJI', other: { pack: 'p', id: 'gone' } },
    'x.example',
    ['maker', 'index'],
  ],
];

describe('corrections', () => {
  test.each(CASES)('%s', (_name, correction, site, left) => {
    expect(applyCorrections(aliases, [correction], site).map((tracked) => tracked.entity.id)).toEqual(left);
  });

  test('a phrase becomes one more rule of the alias', () => {
    const [first, second] = applyCorrections(
      aliases,
      [{ verdict: 'not-in-phrase', entity, alias: 'DJI', phrase: 'DJI futures' }],
      'x.example',
    );
    expect(first?.alias.not).toEqual(['DJI futures']);
    expect(second?.alias.not).toBeUndefined();
  });
});

test('a correction of one pack’s record counts for the entity it is about, whichever pack stands for it', () => {
  const tracked = aliases.slice(0, 1).map((alias) => ({
    ...alias,
    members: [alias.entity, { pack: 'q', id: 'dji' }],
  }));
  const correction = { verdict: 'never' as const, entity: { pack: 'q', id: 'dji' }, alias: 'DJI' };
  expect(applyCorrections(tracked, [correction], '')).toEqual([]);
});
