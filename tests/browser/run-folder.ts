import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VARIABLE = 'SIDELIGHT_TEST_RUN';

/** Notes a process that is to be ended with the run: a browser that is kept for several files outlives their process. */
export function endWithRun(processId: number | undefined): void {
  const folder = process.env[VARIABLE];
  if (folder !== undefined && processId !== undefined) writeFileSync(join(folder, String(processId)), '');
}

/** Vitest calls this before a run… */
export function setup(): void {
  process.env[VARIABLE] = mkdtempSync(join(tmpdir(), 'sidelight-run-'));
}

/** …and this after it. */
export function teardown(): void {
  const folder = process.env[VARIABLE];
  if (folder === undefined) return;
  for (const name of readdirSync(folder)) {
    try {
      process.kill(Number(name), 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
  rmSync(folder, { recursive: true });
}
