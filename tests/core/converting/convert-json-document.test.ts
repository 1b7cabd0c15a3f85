import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertJsonDocument } from '../../../src/core/converting/convert-json-document.ts';
import { locateItems } from '../../../src/core/converting/locate-items.ts';
import { parseFactPack } from '../../../src/core/packs/parse-fact-pack.ts';
import { makeFact } from '../../fixtures/builders.ts';
import { HEADER_FIELDS } from '../../fixtures/sheets.ts';
import { FUZZ_TIMEOUT_MS, fuzzRuns } from '../../fixtures/fuzz-runs.ts';

const DOCUMENT = {
  ...HEADER_FIELDS,
  sources: [{ id: 's1', type: 'webpage', title: 'A page' }],
  entities: [{ id: 'acme', name: 'Acme', type: 'company' }],
  facts: [makeFact(), makeFact({ id: 'f2' })],
};
const convert = (value: unknown) =>
  convertJsonDocument('p.json', typeof value === 'string' ? value : JSON.stringify(value, null, 1));

test('a document is a pack', () => {
  const converted = convert(DOCUMENT);
  const parsed = parseFactPack(converted.ok ? converted.value.lines.join('\n') : '');
  expect(parsed.ok && parsed.value.facts.map(({ id }) => id)).toEqual(['f1', 'f2']);
  expect(parsed.ok && parsed.value.header.counts).toEqual({ entities: 1, facts: 2, sources: 1, conflicts: 0 });
});

test('counts that it gives must be right', () => {
  const counts = { entities: 1, facts: 3, sources: 1 };
  expect(convert({ ...DOCUMENT, counts })).toMatchObject({
    error: [{ code: 'count-mismatch', field: 'counts.facts' }],
  });
});

describe('problems name the line on which the record begins', () => {
  const lineOf = (text: string, words: string): number => text.slice(0, text.indexOf(words)).split('\n').length;

  test('wrong fields and unknown ids', () => {
    const value = { ...DOCUMENT, facts: [makeFact(), { ...makeFact({ id: 'f2' }), kind: 'No Kebab' }] };
    const text = JSON.stringify(value, null, 1);
    const line = lineOf(text, '"f2"') - 1;
    expect(convert(text)).toMatchObject({ error: [{ file: 'p.json', line, field: 'fact.kind' }] });
    const dangling = { ...DOCUMENT, entities: [] };
    expect(convert(dangling)).toMatchObject({ error: [{ code: 'unknown-id' }, { code: 'unknown-id' }] });
  });

  test('ids twice', () => {
    expect(convert({ ...DOCUMENT, facts: [makeFact(), makeFact()] })).toMatchObject({
      error: [{ code: 'duplicate-id' }],
    });
  });

  test.each([
    ['a list', '[]', 'must hold one JSON object'],
    ['no lists', '{"id":"x"}', 'holds none of the lists'],
    ['no list', { ...DOCUMENT, facts: {} }, '"facts" must be a list'],
    ['no record', { ...DOCUMENT, facts: [7] }, 'something that is no record'],
    ['no JSON', '{"facts":', 'is not JSON'],
  ])('%s', (_name, value, words) => {
    expect(convert(value)).toMatchObject({ ok: false, error: [{ message: expect.stringContaining(words) }] });
  });
});

test('items are located as they are written', () => {
  expect(locateItems('{"a":[\n{"x":[1,\n2]},\n"y",[]],"b":"[\\"", "c":[ ],"d":{"e":[1]},\n"f":[null]}')).toEqual(
    new Map([
      ['a', [2, 4, 4]],
      ['c', []],
      ['f', [5]],
    ]),
  );
});

test('as many places as items, whatever they are', () => {
  const lists = fc.dictionary(fc.string(), fc.array(fc.jsonValue({ maxDepth: 3 })));
  fc.assert(
    fc.property(lists, fc.constantFrom(0, 2), (value, indent) => {
      const located = locateItems(JSON.stringify(value, null, indent));
      for (const [key, items] of Object.entries(value)) expect(located.get(key)).toHaveLength(items.length);
    }),
  );
});

test(
  'no text throws',
  () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(typeof convert(text).ok).toBe('boolean');
      }),
      fuzzRuns(100),
    );
  },
  FUZZ_TIMEOUT_MS,
);
