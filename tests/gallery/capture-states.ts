import { setTimeout as sleep } from 'node:timers/promises';
import type { Capture } from '../../src/core/capture/capture.ts';
import { captureFrom, select, showInPanels } from '../browser/capture/capture-from.ts';
import type { TestPage } from '../browser/drive.ts';
import { request } from '../browser/own-page.ts';
import type { Sitting } from './sitting.ts';

const CLAIM = 'SenseTime was worth over 4.5 billion dollars to its investors in 2018.';

type Size = readonly [width: number, height: number];

/** Captures from the gallery's article, and opens the panel as it shows that. */
async function openForm(page: TestPage, sitting: Sitting, intent: Capture['intent'], size: Size): Promise<TestPage> {
  await sitting.read(page, '/article');
  const [from, to] = intent === 'fact' ? [45, 99] : [137, 171];
  await select(page, 'capture-here', from, to);
  const own = await sitting.openOwn('manager.html', 960, 720);
  await showInPanels(own, await captureFrom(own, page, intent));
  const panel = await sitting.openOwn('sidepanel.html', ...size, page);
  await sleep(500);
  return panel;
}

const type = (page: TestPage, field: string, text: string): Promise<void> =>
  page.evaluate(
    ({ name, words }) => {
      const control = document.querySelector<HTMLInputElement>(`[data-field="${name}"] :is(input, textarea)`);
      if (control === null) throw new Error(`no field ${name}`);
      control.value = words;
      control.dispatchEvent(new Event('input', { bubbles: true }));
    },
    { name: field, words: text },
  );
const click = (page: TestPage, selector: string): Promise<void> =>
  page.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector);

export const showEmptyForm = (page: TestPage, sitting: Sitting, size: Size): Promise<TestPage> =>
  openForm(page, sitting, 'fact', size);

export async function showFilledForm(
  page: TestPage,
  sitting: Sitting,
  size: Size,
  isSourceOpen: boolean,
): Promise<TestPage> {
  const panel = await openForm(page, sitting, 'fact', size);
  await type(panel, 'statement', CLAIM);
  await type(panel, 'kind', 'valuation');
  if (isSourceOpen) await click(panel, '.source-fields summary');
  await sleep(300);
  return panel;
}

export async function showFormWithProblems(page: TestPage, sitting: Sitting, size: Size): Promise<TestPage> {
  const panel = await openForm(page, sitting, 'fact', size);
  await click(panel, '.subject [value="new"]');
  await sleep(100);
  await type(panel, 'name', '');
  await type(panel, 'asOf', '3/5/2026');
  await click(panel, '[type="submit"]');
  await sleep(600);
  await panel.evaluate(() => scrollTo(0, 0), null);
  return panel;
}

export const showFollowForm = (page: TestPage, sitting: Sitting, size: Size): Promise<TestPage> =>
  openForm(page, sitting, 'follow', size);

export async function showSaved(page: TestPage, sitting: Sitting, size: Size): Promise<TestPage> {
  const panel = await openForm(page, sitting, 'follow', size);
  await click(panel, '.subject [value="new"]');
  await click(panel, '[type="submit"]');
  await sleep(1500);
  return panel;
}

/** The inbox with what the states before have left there, or, `isEmpty`, with nothing. */
export async function showInbox(page: TestPage, sitting: Sitting, isEmpty: boolean): Promise<TestPage> {
  if (!isEmpty) for (const intent of ['fact', 'follow'] as const) await openForm(page, sitting, intent, [380, 760]);
  const own = await sitting.openOwn('manager.html#/inbox', isEmpty ? 320 : 960, 720);
  if (!isEmpty) return own;
  const { value } = (await request(own, 'page.captures', {})) as { value: readonly Capture[] };
  for (const { id } of value) await request(own, 'page.discardCapture', { capture: id });
  await own.evaluate(() => dispatchEvent(new HashChangeEvent('hashchange')), null);
  await sleep(400);
  return own;
}
