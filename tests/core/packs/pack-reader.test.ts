import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFactPack } from '../../../src/core/packs/parse-fact-pack.ts';
import { LIMITS } from '../../../src/core/model/limits.ts';
import type { PackProblemCode } from '../../../src/core/packs/pack-problem.ts';
import { makeFact, packLines } from '../../fixtures/builders.ts';

const parse = (lines: readonly string[]) => parseFactPack(lines.join('\n'));

const replace = (line: number, text: string): string[] =>
  packLines().map((old, index) => (index === line ? text : old));

test('a sound pack is read whole', () => {
  const result = parse(packLines());
  expect(result.ok && [result.value.header.id, result.value.entities.length, result.value.facts[0]?.quality]).toEqual([
    'demo',
    1,
    'ok',
  ]);
});

test.each([
  ['a byte-order mark', '\ufeff' + packLines().join('\n')],
  ['Windows line ends and a last line end', packLines().join('\r\n') + '\r\n'],
  ['empty lines', packLines().join('\n\n')],
])('%s is allowed', (_name, text) => {
  expect(parseFactPack(text).ok).toBe(true);
});

type Refusal = readonly [name: string, lines: readonly string[], code: PackProblemCode, line: number, field: string];

const REFUSALS: readonly Refusal[] = [
  ['an empty file', [], 'empty-file', 0, ''],
  ['HTML instead of a pack', ['<!doctype html>'], 'not-json', 1, ''],
  ['JSON of another kind', ['{"hello":1}'], 'not-a-pack', 1, 'format'],
  ['a newer format', packLines({ header: { formatVersion: 2 } }), 'newer-format', 1, 'formatVersion'],
  ['a header without version', packLines({ header: { version: undefined } }), 'invalid-field', 1, 'version'],
  ['a broken line', replace(2, '{"entity":'), 'not-json', 3, ''],
  ['a list in place of a record', replace(2, '[]'), 'not-json', 3, ''],
  ['a record of an unknown kind', replace(2, '{"script":{}}'), 'unknown-record', 3, ''],
  ['two records in one line', replace(2, '{"source":{},"entity":{}}'), 'unknown-record', 3, ''],
  ['nesting too deep', replace(2, '['.repeat(1e6)), 'line-too-long', 3, ''],
  ['brackets forty deep', replace(2, `{"entity":${'['.repeat(40)}${']'.repeat(40)}}`), 'not-json', 3, ''],
  [
    'a surplus field',
    packLines({ entities: [{ id: 'acme', name: 'Acme', type: 'company', html: '<b>' }] }),
    'invalid-field',
    3,
    'entity.html',
  ],
  [
    'a regular expression as a rule',
    packLines({ entities: [{ id: 'acme', name: 'Acme', type: 'company', aliases: [{ text: 'Acme', regex: 'a+' }] }] }),
    'invalid-field',
    3,
    'entity.aliases.0.regex',
  ],
  [
    'T14: an alias of one letter',
    packLines({ entities: [{ id: 'acme', name: 'Acme', type: 'company', aliases: [{ text: 'a' }] }] }),
    'invalid-field',
    3,
    'entity.aliases.0.text',
  ],
  [
    'a direction override in a name',
    packLines({ entities: [{ id: 'acme', name: 'Ac\u202eme', type: 'company' }] }),
    'invalid-field',
    3,
    'entity.name',
  ],
  [
    'a lone surrogate',
    packLines({ entities: [{ id: 'acme', name: 'Ac\ud800me', type: 'company' }] }),
    'invalid-field',
    3,
    'entity.name',
  ],
  [
    'a script link',
    packLines({ entities: [{ id: 'acme', name: 'Acme', type: 'company', links: { website: 'javascript:alert(1)' } }] }),
    'invalid-field',
    3,
    'entity.links.website',
  ],
  [
    'a fact without a reference',
    packLines({ facts: [{ ...makeFact(), references: [] }] }),
    'invalid-field',
    4,
    'fact.references',
  ],
  [
    'a fact about nobody',
    packLines({ facts: [{ ...makeFact(), subjects: ['ghost'] }] }),
    'unknown-id',
    4,
    'fact.subjects',
  ],
  [
    'a fact with an unknown source',
    packLines({ facts: [{ ...makeFact(), references: [{ source: 'ghost' }] }] }),
    'unknown-id',
    4,
    'fact.references.0',
  ],
  [
    'a date that is none',
    packLines({ facts: [{ ...makeFact(), asOf: { basis: 'stated', date: '2018-13' } }] }),
    'invalid-field',
    4,
    'fact.asOf.date',
  ],
  [
    'an infinite sum',
    replace(
      3,
      JSON.stringify({ fact: { ...makeFact(), value: { type: 'money', number: 1, currency: 'USD' } } }).replace(
        '"number":1',
        '"number":1e999',
      ),
    ),
    'invalid-field',
    4,
    'fact.value.number',
  ],
  [
    'an id given twice',
    packLines({
      entities: [
        { id: 'acme', name: 'A1', type: 'company' },
        { id: 'acme', name: 'A2', type: 'company' },
      ],
      header: { counts: { entities: 1, facts: 1, sources: 1 } },
    }),
    'duplicate-id',
    4,
    'entity.id',
  ],
  ['a file cut at a line end', packLines().slice(0, -1), 'count-mismatch', 1, 'counts.facts'],
];

describe('a pack is refused for', () => {
  test.each(REFUSALS)('%s', (_name, lines, code, line, field) => {
    const result = parse(lines);
    expect(result.ok ? [] : result.error).toContainEqual(
      expect.objectContaining({ code, line, field, message: expect.stringMatching(/\w+/) }),
    );
  });
});

test('all problems are listed, not the first alone', () => {
  const lines = packLines({
    facts: [
      { ...makeFact(), certainty: 'sure' },
      { ...makeFact({ id: 'f2' }), kind: 'No Kebab' },
    ],
  });
  const result = parse(lines);
  expect(result.ok ? [] : result.error.map((problem) => [problem.line, problem.field])).toEqual([
    [4, 'fact.certainty'],
    [5, 'fact.kind'],
  ]);
});

test('the list of problems is bounded', () => {
  const result = parse([packLines()[0] ?? '', ...Array<string>(LIMITS.reportedProblems + 10).fill('{}')]);
  expect(result.ok ? 0 : result.error.length).toBe(LIMITS.reportedProblems);
});

test('a `__proto__` key pollutes nothing', () => {
  parse(replace(2, '{"entity":{"__proto__":{"polluted":true},"id":"acme","name":"Acme","type":"company"}}'));
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('parsing never throws, whatever the file', () => {
  const hostile = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.constantFrom(...packLines()));
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 8 }), (lines) => {
      expect(typeof parse([packLines()[0] ?? '', ...lines]).ok).toBe('boolean');
      expect(typeof parse(lines).ok).toBe('boolean');
    }),
  );
});
