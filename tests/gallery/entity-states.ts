import { setTimeout as sleep } from 'node:timers/promises';
import type { TestPage } from '../browser/drive.ts';
import { request } from '../browser/own-page.ts';
import { clickOn } from '../browser/stage.ts';
import type { State } from './state.ts';

const WIDE = [960, 1000] as const;
const NARROW = [320, 1300] as const;
const HUAWEI = 'manager.html#/entity/china-ai/huawei';
const TEXT =
  'Huawei met SenseTime in Shenzhen. The huawei shop is closed, www.huawei.com is not, and the Huawei Cloud conference was full.';

const entity = (
  title: string,
  path: string,
  [width, height]: readonly [number, number],
  act: (page: TestPage) => Promise<void> = async () => {},
): State => ({
  title: `entity, ${title}`,
  async show(_page, sitting) {
    const page = await sitting.openOwn(path, width, height);
    await page.bringToFront();
    await sleep(500);
    await act(page);
    await sleep(500);
    return page;
  },
});

async function join(page: TestPage): Promise<void> {
  await clickOn(page, '[data-action="join"]');
  await sleep(200);
  await page.keyboard.type('a');
  await sleep(800);
}

async function tryText(page: TestPage): Promise<void> {
  await clickOn(page, '.try-name summary');
  await clickOn(page, '.try-name textarea');
  await page.keyboard.type(TEXT);
  await sleep(1500);
}

/** Two words of the user, to be taken back. */
async function say(page: TestPage): Promise<void> {
  const a = { pack: 'china-ai', id: 'huawei' };
  const others = await request(page, 'page.findByName', { query: 'a', unknownTo: ['china-ai'] });
  const { value } = others as { value: readonly { readonly entity: object }[] };
  for (const [at, { entity: b }] of value.slice(0, 2).entries())
    await request(page, 'page.setMerge', { a, b, verdict: at === 0 ? 'same' : 'different' });
  await page.evaluate(() => dispatchEvent(new HashChangeEvent('hashchange')), null);
}

const toRelated = (page: TestPage): Promise<void> =>
  page.evaluate(() => document.querySelector('.related')?.scrollIntoView({ block: 'end' }), null);

/** The page of a name in its states. */
export const ENTITY_STATES: readonly State[] = [
  entity('by kind', HUAWEI, WIDE),
  entity('by kind, narrow', HUAWEI, NARROW),
  entity('over time', `${HUAWEI}?order=time`, WIDE),
  entity('over time, narrow', `${HUAWEI}?order=time`, NARROW),
  entity('related names', HUAWEI, WIDE, toRelated),
  entity('the same as', HUAWEI, WIDE, join),
  entity('a text tried', HUAWEI, WIDE, tryText),
  entity('a text tried, narrow', HUAWEI, NARROW, tryText),
  entity('what was said of it', HUAWEI, WIDE, say),
];
