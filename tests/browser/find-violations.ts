import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { TestFrame } from './drive.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type AxeWindow = { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };

/** What axe finds wrong with a page of ours: a rule and an element for each violation. */
export async function violationsOf(frame: TestFrame): Promise<string[]> {
  // As text, which the driver runs past the page's own policy; half a megabyte, sent once a document.
  if (!(await frame.evaluate(() => 'axe' in globalThis, null))) await frame.evaluate(`${AXE}; 0`);
  return frame.evaluate(async () => {
    const { violations } = await (globalThis as unknown as AxeWindow).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, null);
}
