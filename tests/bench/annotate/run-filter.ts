import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** What a filter had used when it had answered so many lines. Null where the system is not Linux. */
export type FilterMark = {
  readonly lines: number;
  readonly seconds: number;
  readonly cpuSeconds: number | null;
  readonly peakBytes: number | null;
};

/** Ticks a second in `/proc`; 100 on every Linux that Node runs on. */
const TICKS = 100;

/**
 * Feeds `annotate --jsonl` the given lines over and over, as fast as it takes them. Times are from the first answer, without
 * the start. Gives a mark for each of `rounds`, which ascend; it ends with the last.
 */
export async function runFilter(lines: readonly string[], rounds: readonly number[]): Promise<FilterMark[]> {
  const child = spawn(process.execPath, ['src/cli/annotate.ts', '--jsonl'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  const total = (rounds.at(-1) ?? 1) * lines.length;
  const feeding = feed(child.stdin, `${lines.join('\n')}\n`, total / lines.length);
  const wanted = new Set(rounds.map((round) => round * lines.length));
  const marks: FilterMark[] = [];
  let [answered, began, cpuBegan] = [0, 0, 0];
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === '') continue;
    if (answered === 0) [began, cpuBegan] = [performance.now(), cpuSeconds(child.pid) ?? 0];
    answered++;
    if (wanted.has(answered)) {
      const cpu = cpuSeconds(child.pid);
      marks.push({
        lines: answered,
        seconds: (performance.now() - began) / 1000,
        cpuSeconds: cpu === null ? null : cpu - cpuBegan,
        peakBytes: peakBytes(child.pid),
      });
    }
    // Not before: a process that has ended can no longer be asked.
    if (answered === total) child.stdin.end();
  }
  await Promise.all([feeding, closed]);
  if (child.exitCode !== 0) throw new Error(`annotate ended with ${child.exitCode}`);
  return marks;
}

async function feed(into: NodeJS.WritableStream, block: string, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round++) if (!into.write(block)) await once(into, 'drain');
}

/** The most that a process has held at once. */
function peakBytes(id = 0): number | null {
  const kilobytes = /\nVmHWM:\s*(\d+) kB/.exec(read(`/proc/${id}/status`))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}

/** What all threads of a process have used of the processors: the fields `utime` and `stime` of proc(5). */
function cpuSeconds(id = 0): number | null {
  const fields = /\) (.*)$/m.exec(read(`/proc/${id}/stat`))?.[1]?.split(' ');
  return fields === undefined ? null : (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Empty where there is no such file. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
