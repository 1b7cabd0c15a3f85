import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseWrittenNumber } from '../../../src/core/converting/written-number.ts';

test.each([
  ['4500000000', 4_500_000_000],
  ['1.5', 1.5],
  ['1,5', 1.5],
  ['-2', -2],
  ['−2', -2],
  ['+2', 2],
  ['1,200,000', 1_200_000],
  ['1.200.000', 1_200_000],
  ['1.200.000,5', 1_200_000.5],
  ['1,200.5', 1200.5],
  ['1.200,50', 1200.5],
  ['1 200 000', 1_200_000],
  ["1'200", 1200],
  ['0.125', 0.125],
  ['1.2000', 1.2],
  ['12345.678', 12_345.678],
  ['１２', 12],
  ['1e9', 1e9],
])('%s is %d', (written, number) => {
  expect(parseWrittenNumber(written)).toEqual({ ok: true, value: number });
});

test.each([
  ['1.200', 'ambiguous-value', 'may be 1200 or 1.200; write 1200 or 1.2000.'],
  ['12,345', 'ambiguous-value', 'may be 12345 or 12.345'],
  ['4.5 billion', 'invalid-value', 'is not a number'],
  ['$5', 'invalid-value', 'currency or unit in their own columns'],
  ['5%', 'invalid-value', 'is not a number'],
  ['1,2,3', 'invalid-value', 'is not a number'],
  ['', 'invalid-value', 'is not a number'],
  ['1e999', 'invalid-value', 'is not a number'],
])('%s is refused', (written, code, words) => {
  expect(parseWrittenNumber(written)).toMatchObject({
    ok: false,
    error: { code, message: expect.stringContaining(words) },
  });
});

test('plain numbers come back as they are, and nothing throws', () => {
  fc.assert(
    fc.property(fc.integer(), fc.string(), (number, text) => {
      expect(parseWrittenNumber(String(number))).toEqual({ ok: true, value: number });
      expect(typeof parseWrittenNumber(text).ok).toBe('boolean');
    }),
  );
});
