import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { WatchList } from '../core/matching/watch-list.ts';
import { annotateLine, type FactRequest } from './annotate-jsonl.ts';
import { annotateTexts } from './annotate-text.ts';
import { analyst } from './compromise.ts';
import { flowTexts } from './html-text.ts';
import { DEFAULT_PACK, loadPacks, watchListOf } from './load-packs.ts';
import { printMentions } from './print-mentions.ts';

const USAGE = `Usage: annotate [--pack FILE]… FILE…                  text or HTML files: names with facts
       annotate [--pack FILE]… [--facts N] --jsonl   JSON Lines {"id","text"} on standard input

--facts N   gives each mention the ids of the N facts that fit its sentence best`;

/** The `annotate` command. Resolves to the exit status. */
export async function annotate(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      jsonl: { type: 'boolean' },
      facts: { type: 'string' },
      pack: { type: 'string', multiple: true },
      help: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const jsonl = values.jsonl === true;
  const count = values.facts === undefined ? null : Number(values.facts);
  const isCountWrong = count !== null && (!Number.isInteger(count) || count < 1);
  if (values.help === true || jsonl === positionals.length > 0 || isCountWrong || (count !== null && !jsonl)) {
    process.stderr.write(`${USAGE}\n`);
    return values.help === true ? 0 : 2;
  }
  const packs = loadPacks(values.pack ?? [DEFAULT_PACK]);
  const watchList = await watchListOf(packs, analyst.findOrdinaryWords);
  if (jsonl) return annotateStandardInput(watchList, count === null ? null : { count, packs });
  for (const file of positionals) {
    const content = readFileSync(file, 'utf8');
    const texts = /^\s*</.test(content) ? flowTexts(content) : content.split(/\n{3,}/);
    const mentions = await annotateTexts(texts, watchList, analyst.analyze);
    process.stdout.write(`${positionals.length > 1 ? `${file}\n\n` : ''}${printMentions(mentions, texts, packs)}\n`);
  }
  return 0;
}

/** Writes a line for each line read, in order, as it goes. */
async function annotateStandardInput(watchList: WatchList, request: FactRequest | null): Promise<number> {
  let status = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const output = await annotateLine(line, watchList, analyst.analyze, request);
    if ('error' in output) status = 1;
    if (!process.stdout.write(`${JSON.stringify(output)}\n`)) await drained();
  }
  return status;
}

const drained = (): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.once('drain', resolve);
  });
