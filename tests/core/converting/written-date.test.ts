import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { parseWrittenDate } from '../../../src/core/converting/written-date.ts';
import { looseDateSchema } from '../../../src/core/model/text-fields.ts';
import { FUZZ_TIMEOUT_MS, fuzzRuns } from '../../fixtures/fuzz-runs.ts';

test.each([
  ['2026', '2026'],
  ['2026-03', '2026-03'],
  ['2026-03-05', '2026-03-05'],
  [' 2026-3-5 ', '2026-03-05'],
  ['2026/03/05', '2026-03-05'],
  ['2026.3.5', '2026-03-05'],
  ['2026-03-05T12:30:00Z', '2026-03-05'],
  ['2026-03-05 00:00:00', '2026-03-05'],
  ['05.03.2026', '2026-03-05'],
  ['5. 3. 2026', '2026-03-05'],
  ['03/2026', '2026-03'],
  ['3.2026', '2026-03'],
  ['25/3/2026', '2026-03-25'],
  ['3/25/2026', '2026-03-25'],
  ['5/5/2026', '2026-05-05'],
  ['5 March 2026', '2026-03-05'],
  ['March 5, 2026', '2026-03-05'],
  ['Mar. 5th 2026', '2026-03-05'],
  ['March 2026', '2026-03'],
  ['5. März 2026', '2026-03-05'],
  ['Dez 2026', '2026-12'],
  ['2026年3月5日', '2026-03-05'],
  ['2026年3月', '2026-03'],
  ['２０２６年', '2026'],
  ['1990s', '199X'],
  ['1990er', '199X'],
  ['198X', '198X'],
  ['1950/1969', '1950/1969'],
  ['2018/..', '2018/..'],
  ['2024-02-29', '2024-02-29'],
])('%s is %s', (written, date) => {
  expect(parseWrittenDate(written)).toEqual({ ok: true, value: date });
});

test.each([
  ['3/5/2026', 'ambiguous-value', 'may be 2026-05-03 or 2026-03-05'],
  ['03-05-2026', 'ambiguous-value', 'write the one that is meant'],
  ['2026-02-30', 'invalid-value', 'not a day of the calendar'],
  ['2025-02-29', 'invalid-value', 'not a day of the calendar'],
  ['31.04.2026', 'invalid-value', 'not a day of the calendar'],
  ['13/13/2026', 'invalid-value', 'not a day of the calendar'],
  ['1950/1969-02-30', 'invalid-value', 'not understood'],
  ['5.3.26', 'invalid-value', 'a year of two digits'],
  ['46086', 'invalid-value', "spreadsheet's day number"],
  ['soon', 'invalid-value', 'write it as 2026-03-05'],
  ['5 Foo 2026', 'invalid-value', 'not understood'],
  ['', 'invalid-value', 'not understood'],
])('%s is refused', (written, code, words) => {
  expect(parseWrittenDate(written)).toMatchObject({
    ok: false,
    error: { code, message: expect.stringContaining(words) },
  });
});

test(
  'never throws, and what it gives is a date of the format',
  () => {
    const dateLike = fc
      .array(fc.constantFrom(...'0123456789-/. 年月日XsTMarch'.split('')), { maxLength: 14 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string(), dateLike), (written) => {
        const parsed = parseWrittenDate(written);
        expect(!parsed.ok || v.is(looseDateSchema, parsed.value)).toBe(true);
      }),
      fuzzRuns(2000),
    );
  },
  FUZZ_TIMEOUT_MS,
);
