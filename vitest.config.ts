import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

/** Real browsers are slow to start: room for a cold start. */
const browserTimeoutMs = 120_000;
/** A limit for what hangs, not for what is slow: the machine may be busy with something else. */
const patienceMs = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          maxWorkers: 2,
          // One start for many files: half the time. No test may leave anything behind that another could trip over.
          pool: 'threads',
          isolate: false,
          include: ['tests/**/*.test.ts'],
          setupFiles: ['tests/setup.ts', 'tests/speak-english.ts'],
          environment: 'node',
          testTimeout: patienceMs,
        },
      },
      {
        plugins: [preact()],
        test: {
          name: 'ui',
          maxWorkers: 2,
          pool: 'threads',
          isolate: false,
          include: ['tests/ui/**/*.test.tsx'],
          setupFiles: ['tests/speak-english.ts'],
          environment: 'happy-dom',
          testTimeout: patienceMs,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.browser.ts'],
          environment: 'node',
          maxWorkers: 2,
          // The files of one process share their browsers (`tests/browser/shared-browser.ts`).
          isolate: false,
          globalSetup: ['tests/browser/run-folder.ts'],
          testTimeout: browserTimeoutMs,
          hookTimeout: browserTimeoutMs,
        },
      },
      {
        test: {
          name: 'fuzz',
          maxWorkers: 2,
          include: ['tests/fuzz/*.fuzz.ts'],
          environment: 'node',
        },
      },
      {
        test: {
          name: 'crash',
          include: ['tests/crash/*.crash.ts'],
          setupFiles: ['tests/setup.ts'],
          environment: 'node',
          maxWorkers: 2,
          globalSetup: ['tests/browser/run-folder.ts'],
          testTimeout: 3_600_000,
          hookTimeout: browserTimeoutMs,
        },
      },
      {
        test: {
          name: 'shared',
          include: ['tests/shared/**/*.shared.ts'],
          environment: 'node',
          maxWorkers: 2,
          testTimeout: 600_000,
          hookTimeout: browserTimeoutMs,
        },
      },
    ],
  },
});
