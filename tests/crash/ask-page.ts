import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import type { CrashTasks } from './in-page.ts';

type World = { crashTasks: Record<string, (argument: unknown) => Promise<unknown>> };

/** The script that puts the tasks into a page. */
export async function bundleCrashTasks(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2024',
      lib: { entry: join(import.meta.dirname, 'in-page.ts'), formats: ['iife'], name: 'crashBundle' },
    },
  });
  const output = Array.isArray(built) ? built[0]?.output : 'output' in built ? built.output : undefined;
  const [chunk] = output ?? [];
  if (chunk === undefined) throw new Error('nothing was bundled');
  return chunk.code;
}

/** Runs a task in the page and gives what it resolves to. */
export async function ask<N extends keyof CrashTasks>(
  page: Page,
  name: N,
  argument: Parameters<CrashTasks[N]>[0] | null = null,
): Promise<Awaited<ReturnType<CrashTasks[N]>>> {
  const answer = await page.evaluate(
    (task, given) => (globalThis as unknown as World).crashTasks[task]?.(given),
    name,
    argument,
  );
  return answer as Awaited<ReturnType<CrashTasks[N]>>;
}
