import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { viewMergedPage, type CardMaterial, type EntityPage } from '../../../src/core/card/card-view.ts';
import type { Conflict } from '../../../src/core/model/fact.ts';
import type { Source } from '../../../src/core/model/source.ts';
import { makeEntity, makeFact } from '../../fixtures/builders.ts';
import { fuzzRuns, FUZZ_TIMEOUT_MS } from '../../fixtures/fuzz-runs.ts';

const source = (id: string, page = 'a'): Source => ({
  id,
  type: 'webpage',
  title: `Page ${page}`,
  URL: `https://example.org/${page}`,
});

const material = (pack: string, fields: Partial<CardMaterial> = {}): CardMaterial => ({
  pack: { id: pack, title: `Pack ${pack}`, version: 1 },
  entity: makeEntity({ id: 'acme', name: `Acme of ${pack}` }),
  facts: [makeFact()],
  sources: [source('s1')],
  conflicts: [],
  others: [],
  ...fields,
});

const view = (first: CardMaterial, ...others: CardMaterial[]): EntityPage =>
  viewMergedPage([first, others], { pack: first.pack.id, id: first.entity.id });
const factsOf = (page: EntityPage) => page.claims.flatMap(({ facts }) => facts);
const said = (page: EntityPage): string[] =>
  factsOf(page).map(({ statement, origins }) => `${statement} ${origins.map(({ pack }) => pack).join('+')}`);

describe('what two packs say', () => {
  test('in the same words of the same source is shown once, with both', () => {
    const other = material('b', {
      facts: [makeFact({ id: 'z9', references: [{ source: 'mine' }] })],
      sources: [source('mine')],
    });
    const page = view(material('a'), other);
    expect(said(page)).toEqual(['Acme was valued at over $4 billion. a+b']);
    expect(page).toMatchObject({ factCount: 1, packs: [{ title: 'Pack a' }, { title: 'Pack b' }] });
  });

  test.each([
    ['another statement', { statement: 'Acme was valued at $5 billion.' }],
    ['another date', { asOf: { basis: 'stated', date: '2019' } }],
    ['another certainty', { certainty: 'opinion' }],
    ['a doubt', { quality: 'suspect' }],
    ['another source', { references: [{ source: 's2' }] }],
    ['another place in the source', { references: [{ source: 's1', locator: { page: '7' } }] }],
  ])('stands side by side if there is %s', (_name, fields) => {
    const other = material('b', { facts: [makeFact(fields)], sources: [source('s1'), source('s2', 'b')] });
    expect(factsOf(view(material('a'), other)).map(({ origins }) => origins.length)).toEqual([1, 1]);
  });

  test('under one id is two facts, and what one pack says twice stays twice', () => {
    const other = material('b', { facts: [makeFact({ statement: 'Acme was founded in 1999.' })] });
    expect(factsOf(view(material('a'), other)).map(({ id }) => id)).toEqual(['f1', 'f1']);
    expect(view(material('a', { facts: [makeFact(), makeFact({ id: 'f2' })] })).factCount).toBe(2);
  });

  test('keeps the conflicts of each', () => {
    const dispute = (id: string, facts: string[], kind: Conflict['kind'] = 'disagreement'): Conflict => ({
      ...{ id, kind, title: `Title ${id}`, summary: 'They differ.' },
      ...{ facts, entities: [] },
    });
    const [five, six] = [
      makeFact({ id: 'f5', statement: 'It is five.' }),
      makeFact({ id: 'f6', statement: 'It is six.' }),
    ];
    const other = material('b', {
      facts: [makeFact(), five, six],
      conflicts: [dispute('c1', ['f5', 'f6']), dispute('c2', ['f1'], 'doubt')],
    });
    const page = view(material('a', { conflicts: [dispute('c1', ['f1'], 'naming')] }), other);
    const disputed = page.claims.filter(({ disagreement }) => disagreement !== null);
    expect(disputed.map(({ facts }) => facts.map(({ id }) => id).toSorted())).toEqual([['f5', 'f6']]);
    const shared = factsOf(page).find(({ origins }) => origins.length === 2);
    expect(shared?.caveats.map(({ title }) => title)).toEqual(['Title c1', 'Title c2']);
  });

  test('is ranked by the ids of one of them', () => {
    const facts = ['globex', 'initech'].map((id) =>
      makeFact({ id, subjects: ['acme-b', `${id}-b`], statement: `Acme buys a ${id.length}th part.` }),
    );
    const other = material('b', {
      facts,
      standIns: new Map([
        ['acme-b', 'acme'],
        ['globex-b', 'globex'],
        ['initech-b', 'initech'],
      ]),
    });
    const ranked = (entity: string): string | undefined =>
      factsOf(
        viewMergedPage(
          [material('a', { facts: [] }), [other]],
          { pack: 'a', id: 'acme' },
          { sentence: 'Acme.', entities: [entity], articleDate: null },
        ),
      )[0]?.id;
    expect([ranked('globex'), ranked('initech')]).toEqual(['globex', 'initech']);
  });
});

test('T15: a pack gives an entity of an earlier one neither name nor type; only what that one leaves out', () => {
  const first = material('a', { entity: makeEntity({ id: 'acme', name: 'Acme', type: 'company' }) });
  const other = material('b', {
    entity: {
      ...makeEntity({ id: 'acme', name: 'Fraud Inc', type: 'person' }),
      description: 'As b has it.',
      links: { website: 'https://b.example/' },
    },
  });
  expect(view(first, other).entity).toEqual({
    ref: { pack: 'a', id: 'acme' },
    name: 'Acme',
    type: 'company',
    description: 'As b has it.',
    website: 'https://b.example/',
  });
  const described = { ...first, entity: { ...first.entity, description: 'As a has it.' } };
  expect(view(described, other).entity.description).toBe('As a has it.');
});

test(
  'S15, property: the set of facts and who says them does not depend on the order of the packs',
  () => {
    const anyFact = fc.record({
      id: fc.constantFrom('f1', 'f2', 'f3'),
      statement: fc.constantFrom('One.', 'Two.', 'Three.'),
      date: fc.constantFrom('2018', '2019'),
      page: fc.constantFrom('a', 'b'),
    });
    const anyMaterial = fc
      .uniqueArray(anyFact, { selector: ({ id }) => id, maxLength: 3 })
      .map((facts): Partial<CardMaterial> => ({
        facts: facts.map(({ id, statement, date, page }) =>
          makeFact({ id, statement, asOf: { basis: 'stated', date }, references: [{ source: page }] }),
        ),
        sources: [source('a'), source('b', 'b')],
      }));
    const asSet = (page: EntityPage): string[] =>
      factsOf(page)
        .map(
          ({ statement, asOf, origins, references }) =>
            `${statement} ${JSON.stringify(asOf)} ${references[0]?.source.url} ${origins
              .map(({ pack, fact }) => `${pack}/${fact}`)
              .toSorted()
              .join('+')}`,
        )
        .toSorted();
    fc.assert(
      fc.property(
        fc
          .tuple(anyMaterial, anyMaterial, anyMaterial)
          .map((all) => all.map((fields, position) => material(`p${position}`, fields)))
          .chain((materials) =>
            fc.tuple(fc.constant(materials), fc.shuffledSubarray(materials, { minLength: materials.length })),
          ),
        ([materials, shuffled]) => {
          const [first, ...others] = materials;
          const [head, ...rest] = shuffled;
          if (first === undefined || head === undefined) return;
          expect(asSet(view(head, ...rest))).toEqual(asSet(view(first, ...others)));
        },
      ),
      fuzzRuns(200),
    );
  },
  FUZZ_TIMEOUT_MS,
);
