import { describe, expect, test } from 'vitest';
import { loadPacks, DEFAULT_PACK } from '../../src/cli/load-packs.ts';
import { countPack } from '../../src/cli/packing/count-pack.ts';
import type { FactPack } from '../../src/core/model/fact-pack.ts';
import { trackedAliases } from '../../src/core/packs/tracked-aliases.ts';
import { normalizeText } from '../../src/core/text/normalize.ts';

function loadDefault(): FactPack {
  const [pack] = loadPacks([DEFAULT_PACK]);
  if (pack === undefined) throw new Error('no default pack');
  return pack;
}

const pack = loadDefault();
const facts = new Map(pack.facts.map((fact) => [fact.id, fact]));
const entities = new Map(pack.entities.map((entity) => [entity.id, entity]));

/** The documents the pack was drawn from; everything else is what they cite. */
const DOCUMENTS = ['spencer-2019', 'anant90-2018', 'overview-2025', 'perez-undated', 'butt-ahmad-2023'];

test('is sound, and holds what was asked for', () => {
  const stats = countPack(pack);
  expect(stats.entities).toBeGreaterThanOrEqual(149);
  expect(stats.entitiesWithFacts).toBeGreaterThanOrEqual(122);
  expect(stats.facts).toBeGreaterThanOrEqual(262);
  expect(pack.conflicts.map((conflict) => conflict.id).toSorted()).toEqual(
    Array.from({ length: 33 }, (_, index) => `c${String(index + 1).padStart(2, '0')}`),
  );
});

describe('every fact', () => {
  test.each(pack.facts.map((fact) => [fact.id, fact] as const))(
    '%s cites a document with a locator that can be checked',
    (_id, fact) => {
      for (const reference of fact.references) {
        expect(DOCUMENTS).toContain(reference.source);
        expect(reference.locator).toMatchObject({
          range: [expect.any(Number), expect.any(Number)],
          digest: expect.stringMatching(/^[0-9a-f]{16}$/),
        });
        const [start = 0, end = 0] = reference.locator?.range ?? [];
        expect(end).toBeGreaterThan(start);
      }
    },
  );

  test('is one short claim', () => {
    expect(pack.facts.filter((fact) => fact.statement.length > 240).map((fact) => fact.id)).toEqual([]);
  });

  test('keeps guesses of ours in the note: a claim that hedges is the forecast or opinion of somebody named', () => {
    const guessing = /\b(?:may be|might be|probably|possibly|presumably|from memory)\b/i;
    expect(
      pack.facts
        .filter((fact) => guessing.test(fact.statement) && ['asserted', 'reported'].includes(fact.certainty))
        .map((fact) => fact.id),
    ).toEqual([]);
  });
});

test('every entity has a fact, or says why not', () => {
  const subjects = new Set(pack.facts.flatMap((fact) => fact.subjects));
  expect(
    pack.entities
      .filter((entity) => subjects.has(entity.id) === (entity.noFacts !== undefined))
      .map((entity) => entity.id),
  ).toEqual([]);
});

test('no source is an orphan', () => {
  const cited = new Set(
    pack.facts.flatMap((fact) => fact.references.flatMap((reference) => [reference.source, reference.attributedTo])),
  );
  expect(pack.sources.filter((source) => !cited.has(source.id)).map((source) => source.id)).toEqual([]);
});

test('a name that two entities share carries a rule on all sides but one', () => {
  const owners = Map.groupBy(
    pack.entities.flatMap((entity) => trackedAliases(pack.header.id, entity)),
    ({ alias }) => normalizeText(alias.text).folded,
  );
  for (const [name, aliases] of owners) {
    if (new Set(aliases.map(({ entity }) => entity.id)).size < 2) continue;
    const unruled = aliases.filter(({ alias, paint }) => alias.needs === undefined && paint);
    expect(unruled.length, `"${name}" of ${aliases.map(({ entity }) => entity.id).join(', ')}`).toBeLessThanOrEqual(1);
  }
});

test('no subsidiary or spin-off is an alias', () => {
  const names = pack.entities
    .flatMap((entity) => trackedAliases(pack.header.id, entity))
    .filter(({ entity, alias }) => {
      const owner = entities.get(entity.id)?.name;
      return (
        ['HiSilicon', 'Honor', 'Ant Group', 'Ant Financial', 'DeepMind'].includes(alias.text) &&
        owner !== alias.text &&
        entity.id !== 'ant-group'
      );
    });
  expect(names).toEqual([]);
});

describe('conflicts are represented as they were found', () => {
  const factsOf = (id: string) => pack.facts.filter((fact) => fact.subjects.includes(id));

  test('C01: both valuations of SenseTime, each with its date', () => {
    expect(facts.get('f001-31')).toMatchObject({
      value: { type: 'money', number: 4.5e9, qualifier: 'over' },
      asOf: { date: '2018-05', basis: 'stated' },
    });
    expect(facts.get('f004-41')).toMatchObject({
      value: { type: 'money', number: 3e9 },
      asOf: { basis: 'unknown' },
      quality: 'stale',
    });
  });

  test('C03: ten new national champions, fifteen in all', () => {
    expect(facts.get('f000-05')).toMatchObject({ value: { number: 10, qualifier: 'newly-designated' } });
    expect(facts.get('f000-21')).toMatchObject({ value: { number: 15, qualifier: 'cumulative-total' } });
  });

  test('C05: JD.com gets no sourced fact', () => {
    expect(factsOf('jd-com')).toEqual([]);
    expect(JSON.stringify(pack.facts.map(({ statement, value }) => [statement, value]))).not.toMatch(/JD\.com|jd-com/);
  });

  test('C06: BATX as stated, marked suspect', () => {
    expect(facts.get('f002-08')).toMatchObject({
      quality: 'suspect',
      value: { type: 'entities', entities: ['baidu', 'alibaba', 'tencent', 'huawei'] },
    });
  });

  test('C07: one policy under two titles', () => {
    const plan = pack.entities.filter((entity) => entity.id === 'ngaidp');
    const names = plan.flatMap((entity) => trackedAliases('china-ai', entity)).map(({ alias }) => alias.text);
    expect(names).toEqual(
      expect.arrayContaining([
        'New Generation Artificial Intelligence Development Plan',
        'Next Generation Artificial Intelligence Development Plan',
        'NGAIDP',
      ]),
    );
  });

  test('C27: the 90 % target names no plan', () => {
    expect(facts.get('f003-07')?.subjects).not.toContain('ai-plus');
  });

  test('every conflict names facts or entities, and explains itself', () => {
    for (const conflict of pack.conflicts) {
      expect(conflict.facts.length + conflict.entities.length, conflict.id).toBeGreaterThan(0);
      expect(conflict.summary.length).toBeGreaterThan(20);
    }
  });

  test('every disagreement has two sides', () => {
    for (const conflict of pack.conflicts.filter(({ kind }) => kind === 'disagreement'))
      expect(conflict.facts.length, conflict.id).toBeGreaterThan(1);
  });
});
