import { err, ok, type Result } from '../model/result.ts';
import type { CellProblem } from './cell-problem.ts';

/**
 * Understands a number as people write it, with English, German, Swiss or French separators. "1.200" and "1,200" are a
 * thousand in one country and one in another, so they are refused; "1,200,000" and "1.5" are not in doubt.
 */
export function parseWrittenNumber(written: string): Result<number, CellProblem> {
  const text = written
    .normalize('NFKC')
    .trim()
    .replace(/^[−–]/, '-')
    .replaceAll(/(?<=\d)[\s'’](?=\d{3}(?!\d))/g, '');
  if (/^[-+]?[1-9]\d{0,2}[.,]\d{3}$/.test(text)) {
    const [whole, decimal] = [text.replace(/[.,]/, ''), `${text.replace(',', '.')}0`];
    return err({
      code: 'ambiguous-value',
      message: `"${text}" may be ${whole} or ${decimal.slice(0, -1)}; write ${whole} or ${decimal}.`,
    });
  }
  const plain = /^[-+]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(text)
    ? text.replaceAll(',', '')
    : /^[-+]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(text)
      ? text.replaceAll('.', '').replace(',', '.')
      : text.replace(/^([-+]?\d+),(\d+)$/, '$1.$2');
  const number = /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d{1,3})?$/i.test(plain) ? Number(plain) : Number.NaN;
  if (Number.isFinite(number)) return ok(number);
  return err({
    code: 'invalid-value',
    message: `"${text.slice(0, 40)}" is not a number; write digits only, such as 4500000000, and give currency or unit in their own columns.`,
  });
}
