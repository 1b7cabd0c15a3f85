import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const README = join(import.meta.dirname, '../../README.md');

/** A Markdown table; the first row is its head. */
export function printTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return line(head) + line(head.map((_, column) => (column === 0 ? '---' : '--:'))) + body.map(line).join('');
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->` in the README. @throws if the marks are not there. */
export function rewriteReadme(name: string, content: string): void {
  const readme = readFileSync(README, 'utf8');
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [readme.indexOf(open), readme.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`README.md has no ${open} … ${close}`);
  writeFileSync(README, `${readme.slice(0, start + open.length)}\n\n${content.trim()}\n\n${readme.slice(end)}`);
}
