import fc from 'fast-check';
import { anyText } from '../../fixtures/any-text.ts';
import { describe, expect, test } from 'vitest';
import { readSheet } from '../../../src/core/converting/read-sheet.ts';
import { LIMITS } from '../../../src/core/model/limits.ts';

const read = (text: string) => readSheet('a.csv', text);

describe('what spreadsheets write', () => {
  test.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2'],
    ['tabs', 'a\tb\n1\t2'],
    ['bars', 'a|b\n1|2'],
    ['a byte-order mark', '\ufeffa,b\n1,2'],
    ['CRLF', 'a,b\r\n1,2\r\n'],
    ['CR', 'a,b\r1,2\r'],
    ['quotes', '"a","b"\n"1","2"'],
    ['empty rows at the end', 'a,b\n1,2\n,\n\n'],
    ['spaces in the heading', ' a , b \n1,2'],
  ])('%s', (_name, text) => {
    expect(read(text)).toEqual({ ok: true, value: { file: 'a.csv', heading: ['a', 'b'], rows: [['1', '2']] } });
  });

  test('quoted cells hold separators, quotes and line ends', () => {
    const sheet = read('a;b\r\n"1;""x""\r\ny";2\r\n\r\n3;4');
    expect(sheet.ok && sheet.value.rows).toEqual([['1;"x"\ny', '2'], [''], ['3', '4']]);
  });

  test('a first line that announces the separator is none of the rows', () => {
    expect(read('\ufeffsep=;\r\na,b;c\r\n1;2')).toMatchObject({ value: { heading: ['a,b', 'c'], rows: [['1', '2']] } });
  });

  test('a comma in the quoted heading does not decide', () => {
    expect(read('"a,b,c";d\n1;2')).toMatchObject({ value: { heading: ['a,b,c', 'd'] } });
  });
});

describe('what is refused', () => {
  test.each([
    ['nothing', '', 'empty-sheet', 'is empty'],
    ['blank', ' \n ', 'empty-sheet', 'first row must name the columns'],
    ['UTF-16', '\ufffd\ufffdn\0a\0m\0e\0', 'wrong-encoding', 'seems to be UTF-16; save it as "CSV UTF-8"'],
    ['Windows-1252', 'name\nM\ufffdller', 'wrong-encoding', 'line 2 has a character that cannot be read'],
  ])('%s', (_name, text, code, words) => {
    expect(read(text)).toMatchObject({
      ok: false,
      error: [{ file: 'a.csv', code, message: expect.stringContaining(words) }],
    });
  });

  test('a comma without quotes, which would move cells into other columns', () => {
    expect(read('a,b\n1,2,\nAcme, Inc.,2\n1')).toMatchObject({
      error: [{ code: 'extra-cells', line: 3, message: expect.stringContaining('put quotes around') }],
    });
  });

  test('quotes that are not closed, with the row', () => {
    expect(read('a,b\n1,2\n"3,4\n5,6')).toMatchObject({ error: [{ code: 'broken-quotes', line: 3 }] });
  });
});

describe('caps at limit − 1, limit and limit + 1', () => {
  const around = (limit: number): [number, boolean][] => [
    [limit - 1, true],
    [limit, true],
    [limit + 1, false],
  ];

  test.each(around(LIMITS.rowsPerSheet))('%d rows: %s', (count, isAllowed) => {
    expect(read(`a\n${'1\n'.repeat(count)}`).ok).toBe(isAllowed);
  });

  test.each(around(LIMITS.columnsPerSheet))('%d columns: %s', (count, isAllowed) => {
    expect(read(`${Array.from({ length: count }, (_, column) => `c${column}`).join(',')}\n1`).ok).toBe(isAllowed);
  });

  test.each(around(LIMITS.cellCharacters))('a cell of %d characters: %s', (length, isAllowed) => {
    const sheet = read(`a,b\n1,${'x'.repeat(length)}`);
    expect(sheet.ok).toBe(isAllowed);
    if (!sheet.ok) expect(sheet.error).toMatchObject([{ code: 'too-large', line: 2, field: 'b' }]);
  });

  test.each(around(LIMITS.sheetCharacters))('%d characters: %s', (length, isAllowed) => {
    const text = `a${' '.repeat(length - 2)}\n`;
    const sheet = read(text);
    expect(!sheet.ok && sheet.error[0]?.message.includes(`longer than ${LIMITS.sheetCharacters}`)).toBe(!isAllowed);
  });
});

test('what is written after RFC 4180 is read back', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '华', ' ', '|') });
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
      const text = ['"a","b"', ...rows.map((row) => row.map(quote).join(','))].join('\r\n');
      const sheet = read(text);
      const filled = rows.slice(0, rows.findLastIndex((row) => row.some((item) => item.trim() !== '')) + 1);
      expect(sheet.ok && sheet.value.rows).toEqual(filled);
    }),
  );
});

test('no text throws', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(typeof read(text).ok).toBe('boolean');
    }),
  );
});
