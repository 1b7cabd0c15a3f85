import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text as readAll } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotateLine } from '../../src/cli/annotate-jsonl.ts';
import { analyst } from '../../src/cli/compromise.ts';
import { DEFAULT_PACK, loadPacks, watchListOf } from '../../src/cli/load-packs.ts';
import { readCorpus } from '../score/corpus.ts';

const EVERY = 24;
const lines = [
  ...readCorpus()
    .filter((_, place) => place % EVERY === 0)
    .map(({ text }, id) => JSON.stringify({ id, text })),
  '{broken',
  '{"id":"no text"}',
];
const packs = loadPacks([DEFAULT_PACK]);
const watchList = await watchListOf(packs, analyst.findOrdinaryWords);

const annotateLines = async (part: readonly string[]): Promise<string[]> => {
  const answers: string[] = [];
  for (const line of part)
    answers.push(JSON.stringify(await annotateLine(line, watchList, analyst.analyze, { count: 2, packs })));
  return answers;
};

async function annotateInProcess(part: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, ['src/cli/annotate.ts', '--facts', '2', '--jsonl'], { stdio: 'pipe' });
  const [closed, out] = [once(child, 'close'), readAll(child.stdout)];
  child.stdin.end(part.map((line) => `${line}\n`).join(''));
  await closed;
  return out;
}

test('the answer to a line depends on no other line: any parts, in any order, give the same', async () => {
  const whole = new Map((await annotateLines(lines)).map((answer, place) => [lines[place], answer]));
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(lines, { minLength: 1, maxLength: 5 }), async (part) => {
      expect(await annotateLines(part)).toEqual(part.map((line) => whole.get(line)));
    }),
    { numRuns: 15 },
  );
});

test('two processes, each with a part, write together what one writes', async () => {
  const middle = Math.floor(lines.length / 3);
  const [whole, head, tail] = await Promise.all([
    annotateInProcess(lines),
    annotateInProcess(lines.slice(0, middle)),
    annotateInProcess(lines.slice(middle)),
  ]);
  expect(whole.split('\n')).toHaveLength(lines.length + 1);
  expect(head + tail).toBe(whole);
});
