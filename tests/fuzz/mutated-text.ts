import fc from 'fast-check';
import { anyText } from '../fixtures/any-text.ts';

/** What readers of JSON and of sheets have stumbled over. */
const PIECES = [
  ...['"__proto__":', '"constructor":{"prototype":{"polluted":1}},', '"toString":', 'null', 'true', '{}', '[]', '""'],
  ...['1e999', '-1', '0.1', '9007199254740993', '"\\ud800"', '\ud800', '\u0000', '\ufeff', '\u202e', '\\u0000'],
  ...['{', '}', '[', ']', '"', ':', ',', '\\', '\n', '\r\n', '['.repeat(40), '{"a":'.repeat(40), 'a'.repeat(700)],
  ...['"javascript:alert(1)"', '"http://example.org"', '"2026-02-30"', '<script>', '=cmd()', ';', '\t', '""""'],
];

type Change = readonly [kind: number, from: number, length: number, piece: string];

/** One of the texts, with up to four pieces of it cut out, doubled, moved to the end or replaced. */
export function mutatedText(texts: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: anyText(6) });
  const change = fc.tuple(fc.nat(3), fc.nat(0xffff), fc.nat(24), piece);
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(change, { maxLength: 4 }))
    .map(([text, changes]) => changes.reduce(applyChange, text));
}

function applyChange(text: string, [kind, from, length, piece]: Change): string {
  const start = from % (text.length + 1);
  const [before, cut, after] = [text.slice(0, start), text.slice(start, start + length), text.slice(start + length)];
  if (kind === 0) return before + after;
  if (kind === 1) return before + cut + cut + after;
  if (kind === 2) return before + after + cut;
  return before + piece + after;
}
