import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'vite';
import type { TestPage } from '../../browser/drive.ts';
import type { Tasks } from './in-page.ts';

type World = {
  packTasks: Record<string, (argument: unknown) => Promise<unknown>>;
  packOutcome?: { readonly value: unknown } | { readonly error: string };
};

/** The script that puts the tasks into a page. */
export async function bundleTasks(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2024',
      lib: {
        entry: join(import.meta.dirname, 'in-page.ts'),
        formats: ['iife'],
        name: 'packBench',
      },
    },
  });
  const output = Array.isArray(built) ? built[0]?.output : 'output' in built ? built.output : undefined;
  const [chunk] = output ?? [];
  if (chunk === undefined) throw new Error('nothing was bundled');
  return chunk.code;
}

/** Runs a task in the page. It may take longer than a driver waits for an answer, so it is asked now and then. */
export async function runTask<N extends keyof Tasks>(
  page: TestPage,
  name: N,
  argument: Parameters<Tasks[N]>[0] | null = null,
): Promise<Awaited<ReturnType<Tasks[N]>>> {
  await page.evaluate(
    ([task, given]) => {
      const world = globalThis as unknown as World;
      delete world.packOutcome;
      void world.packTasks[task]?.(given).then(
        (value) => (world.packOutcome = { value: value ?? null }),
        (error: unknown) => (world.packOutcome = { error: String(error) }),
      );
    },
    [name, argument] as const,
  );
  for (;;) {
    const outcome = await page.evaluate(() => (globalThis as unknown as World).packOutcome ?? null, null);
    if (outcome === null) await sleep(200);
    else if ('error' in outcome) throw new Error(`${name}: ${outcome.error}`);
    else return outcome.value as Awaited<ReturnType<Tasks[N]>>;
  }
}
