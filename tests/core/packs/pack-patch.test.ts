import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FactPack } from '../../../src/core/model/fact-pack.ts';
import { applyPatch, formatPack, recordsOf } from '../../../src/core/packs/apply-patch.ts';
import { canonicalJson, diffPacks } from '../../../src/core/packs/diff-packs.ts';
import { formatPatch, makePatch } from '../../../src/core/packs/pack-patch.ts';
import { parseFactPack } from '../../../src/core/packs/parse-fact-pack.ts';
import { parsePatch } from '../../../src/core/packs/parse-patch.ts';
import { makeFact, packLines } from '../../fixtures/builders.ts';

function parse(lines: readonly string[]): FactPack {
  const parsed = parseFactPack(lines.join('\n'));
  if (!parsed.ok) throw new Error(parsed.error[0]?.message);
  return parsed.value;
}
const version = (number: number, facts: object[], header: object = {}): FactPack =>
  parse(packLines({ version: number, facts, header }));

const patchText = (before: FactPack, after: FactPack): string =>
  formatPatch(makePatch(before, after, diffPacks(before, after)));

/** A pack as a set of records, whatever their order. */
const contents = (pack: FactPack): string[] => [
  canonicalJson(pack.header),
  ...recordsOf(pack)
    .map((record) => canonicalJson(record))
    .toSorted(),
];

describe('diffPacks', () => {
  test('tells what is new, what changed and what went', () => {
    const before = version(1, [makeFact({ id: 'a' }), makeFact({ id: 'b' })]);
    const after = version(2, [makeFact({ id: 'b', statement: 'Acme was sold.' }), makeFact({ id: 'c' })]);
    const { fact, source, entity } = diffPacks(before, after);
    expect(fact.added.map(({ id }) => id)).toEqual(['c']);
    expect(fact.removed.map(({ id }) => id)).toEqual(['a']);
    expect(fact.changed.map((change) => [change.before.statement, change.after.statement])).toEqual([
      ['Acme was valued at over $4 billion.', 'Acme was sold.'],
    ]);
    expect([source, entity]).toEqual(Array.from({ length: 2 }, () => ({ added: [], changed: [], removed: [] })));
  });

  test('the order of fields and records is no change', () => {
    expect(canonicalJson({ b: [1, { d: 2, c: 3 }], a: null })).toBe(canonicalJson({ a: null, b: [1, { c: 3, d: 2 }] }));
    const [one, two] = [makeFact({ id: 'a' }), makeFact({ id: 'b' })];
    const { fact } = diffPacks(version(1, [one, two]), version(1, [two, one]));
    expect(fact).toEqual({ added: [], changed: [], removed: [] });
  });
});

describe('a patch', () => {
  test('turns any version into any other', () => {
    const facts = fc.uniqueArray(
      fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), salience: fc.constantFrom(1, 2, 3) }),
      { selector: ({ id }) => id, minLength: 1 },
    );
    fc.assert(
      fc.property(facts, facts, (old, next) => {
        const [before, after] = [version(1, old.map(makeFact)), version(7, next.map(makeFact), { title: 'New' })];
        const patch = parsePatch(patchText(before, after));
        if (!patch.ok) throw new Error(patch.error[0]?.message);
        const applied = applyPatch(before, patch.value);
        if (!applied.ok) throw new Error(applied.error[0]?.message);
        expect(contents(applied.value)).toEqual(contents(after));
      }),
    );
  });

  const before = version(1, [makeFact()]);
  test.each([
    ['another pack', parse(packLines({ id: 'other' })), /for the pack "demo", not for "other"/],
    ['another version', version(2, [makeFact()]), /made from version 1; this is version 2/],
  ])('for %s is refused', (_name, base, said) => {
    const patch = parsePatch(patchText(before, version(3, [makeFact({ id: 'x' })])));
    const applied = patch.ok ? applyPatch(base, patch.value) : patch;
    expect(applied.ok ? '' : applied.error[0]?.message).toMatch(said);
  });

  test('that leaves a reference behind is refused', () => {
    const patch = parsePatch(`${JSON.stringify({ format: 'factpack-patch', formatVersion: 1, pack: 'demo', from: 1 })}
${JSON.stringify({ remove: { source: 's1' } })}`);
    const applied = patch.ok ? applyPatch(before, patch.value) : patch;
    expect(applied.ok ? [] : applied.error.map(({ code }) => code)).toContain('unknown-id');
  });

  test.each([
    ['nothing', ''],
    ['a pack', packLines().join('\n')],
    ['a header alone with a field too many', '{"format":"factpack-patch","formatVersion":1,"pack":"a","from":1,"x":1}'],
    ['a broken record', '{"format":"factpack-patch","formatVersion":1,"pack":"a","from":1}\n{"fact":{}}'],
    [
      'the removal of two',
      '{"format":"factpack-patch","formatVersion":1,"pack":"a","from":1}\n{"remove":{"fact":"a","source":"b"}}',
    ],
  ])('%s is none', (_name, text) => {
    expect(parsePatch(text).ok).toBe(false);
  });

  test('no text makes the parser throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parsePatch(text)));
    fc.assert(
      fc.property(fc.jsonValue(), (value) => void parsePatch(`${JSON.stringify(value)}\n${JSON.stringify(value)}`)),
    );
  });
});

test('a pack that is written is read again as it was', () => {
  const pack = version(3, [makeFact()]);
  expect(parse([formatPack(pack.header, recordsOf(pack))])).toEqual(pack);
});
