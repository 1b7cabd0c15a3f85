import { readCorpus } from '../../score/corpus.ts';
import { printTable, rewriteReadme } from '../../score/report.ts';
import { runFilter, type FilterMark } from './run-filter.ts';

/** One passage in ten: a hundred rounds of all would take many minutes. */
const EVERY = 10;
const ROUNDS = [1, 10, 100, 500];
const SPREAD_ROUNDS = 10;

/** How fast `annotate --jsonl` is, alone and with two processes, and whether its memory grows with its input. */
export async function benchAnnotate(write: boolean): Promise<void> {
  const lines = readCorpus()
    .filter((_, place) => place % EVERY === 0)
    .map(({ text }, id) => JSON.stringify({ id, text }));
  const lineBytes = lines.reduce((bytes, line) => bytes + Buffer.byteLength(line) + 1, 0) / lines.length;
  const marks = await runFilter(lines, ROUNDS);
  const memory = marks.map((mark) => [
    String(mark.lines),
    ((mark.lines * lineBytes) / 1e6).toFixed(2),
    mark.peakBytes === null ? '–' : (mark.peakBytes / 1e6).toFixed(0),
  ]);
  const speed: string[][] = [];
  for (const processes of [1, 2]) {
    const runs = await Promise.all(Array.from({ length: processes }, () => runFilter(lines, [SPREAD_ROUNDS])));
    const ends = runs.flat();
    const each = sum(ends, (mark) => (mark.cpuSeconds === null ? 0 : mark.lines / mark.cpuSeconds)) / processes;
    const all = sum(ends, (mark) => mark.lines / mark.seconds);
    speed.push([String(processes), each.toFixed(0), ((each * lineBytes) / 1e3).toFixed(0), all.toFixed(0)]);
  }
  const table = [
    printTable([['one run: lines so far', 'MB read', 'peak memory, MB'], ...memory]),
    printTable([['processes', 'lines per core second', 'kB per core second', 'lines/s in all'], ...speed]),
  ].join('\n');
  process.stdout.write(table);
  if (write) rewriteReadme('bench-annotate', table);
}

const sum = (marks: readonly FilterMark[], of: (mark: FilterMark) => number): number =>
  marks.reduce((total, mark) => total + of(mark), 0);
