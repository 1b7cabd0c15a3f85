import { expect, test } from 'vitest';
import { formatProblems } from '../../../src/core/packs/format-problems.ts';

test('problems as a table that a spreadsheet opens and does not run', () => {
  const problems = [
    { code: 'invalid-field' as const, line: 3, field: 'fact.kind', message: 'must be "kebab", or so' },
    { code: 'not-json' as const, line: 0, field: '', message: '=HYPERLINK()' },
  ];
  expect(formatProblems(problems).split('\r\n')).toEqual([
    'line,field,code,problem',
    '3,fact.kind,invalid-field,"must be ""kebab"", or so"',
    "0,,not-json,'=HYPERLINK()",
    '',
  ]);
});
