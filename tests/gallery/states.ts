import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestPage } from '../browser/drive.ts';
import { ENTITY_STATES } from './entity-states.ts';
import { LIBRARY_STATES } from './library-states.ts';
import {
  showEmptyForm,
  showFilledForm,
  showFollowForm,
  showFormWithProblems,
  showInbox,
  showSaved,
} from './capture-states.ts';
import { showNewFact, showOwnPack, showSharing } from './own-states.ts';
import type { State } from './state.ts';
import { WELCOME_STATES } from './welcome-states.ts';

const POPUP = [356, 640] as const;
const PANEL = [380, 760] as const;
const CORRECTION =
  '/corrections?entity=china-ai%2Fhuawei&alias=Huawei&sentence=The%20Huawei%20phone%20fell.&site=news.example&other=china-ai%2Fmegvii';

/** A state in which the card of `word` is open. */
const card = (title: string, path: string, word: string, shownName = word, size = {}): State => ({
  title: `card, ${title}`,
  ...size,
  async show(page, sitting) {
    await sitting.read(page, path);
    await sitting.openCard(page, word, shownName);
    return page;
  },
});

/** A state of the card after a click on something in it. */
const cardAfter = (title: string, word: string, selectors: readonly string[]): State => ({
  title: `card, ${title}`,
  async show(page, sitting) {
    await sitting.read(page, '/article');
    const frame = await sitting.openCard(page, word);
    for (const selector of selectors) {
      await frame.evaluate((wanted) => {
        const found = document.querySelector<HTMLElement>(wanted);
        found?.scrollIntoView({ block: 'center' });
        found?.click();
      }, selector);
      await sleep(500);
    }
    return page;
  },
});

const own = (title: string, path: string, [width, height]: readonly [number, number], about?: string): State => ({
  title,
  async show(page, sitting) {
    if (about !== undefined) await sitting.read(page, about);
    return sitting.openOwn(path, width, height, about === undefined ? undefined : page);
  },
});

/** A state of one of our own pages after something was done there. */
const ownAfter = (
  title: string,
  path: string,
  [width, height]: readonly [number, number],
  act: (page: TestPage) => Promise<unknown>,
): State => ({
  title,
  async show(_page, sitting) {
    const page = await sitting.openOwn(path, width, height);
    await act(page);
    await sleep(300);
    return page;
  },
});

/** Every state worth looking at. */
export const STATES: readonly State[] = [
  card('sources differ', '/article', 'SenseTime'),
  cardAfter('actions of a fact', 'SenseTime', ['.fact-actions summary']),
  cardAfter('all facts', 'Huawei', ['.card-more']),
  cardAfter('a name followed', 'Megvii', ['.card-more', '.name-link']),
  cardAfter('pinned, why marked', 'SenseTime', ['[aria-label][title]:has([data-icon="pin"])', '.card-foot summary']),
  card('numbers over time', '/states', 'Globex'),
  card('no facts', '/states', 'Hooli'),
  card(
    'long texts',
    '/states',
    'SASVLN',
    'State Administration for the Supervision of Very Long Names in the People’s Cooperative Federation of Examples',
  ),
  card('two of one name', '/states', 'Mercury One', 'Mercury Bank'),
  card('right to left', '/rtl', 'شركة القمر للاتصالات'),
  card('narrow', '/article', 'SenseTime', 'SenseTime', { width: 340, height: 600 }),
  own('popup', 'popup.html', POPUP, '/article'),
  own('popup, no name', 'popup.html', POPUP, '/none'),
  {
    title: 'popup, settings open',
    async show(page, sitting) {
      await sitting.read(page, '/article');
      const popup = await sitting.openOwn('popup.html', ...POPUP, page);
      await popup.evaluate(() => document.querySelector<HTMLElement>('.popup-settings summary')?.click(), null);
      await popup.evaluate(() => scrollTo(0, 1000), null);
      return popup;
    },
  },
  own('brief', 'sidepanel.html', PANEL, '/article'),
  own('brief, no name', 'sidepanel.html', PANEL, '/none'),
  own('brief, right to left and narrow', 'sidepanel.html', [300, 600], '/rtl'),
  ...WELCOME_STATES,
  ...LIBRARY_STATES,
  ...ENTITY_STATES,
  own('manager, packs', 'manager.html#/packs', [960, 1500]),
  own('manager, packs, narrow', 'manager.html#/packs', [320, 1500]),
  ownAfter('manager, a pack opened', 'manager.html#/packs', [960, 1200], (page) =>
    page.evaluate(() => document.querySelector<HTMLElement>('[data-pack="demo"] summary')?.click(), null),
  ),
  ownAfter('manager, an import refused', 'manager.html#/packs', [960, 1500], async (page) => {
    await page.setInputFile('input[type="file"]', resolve('tests/fixtures/articles/data.json'));
    await sleep(500);
  }),
  ownAfter('manager, a spreadsheet', 'manager.html#/packs', [960, 1200], async (page) => {
    await page.setInputFile('input[type="file"]', resolve('data/template/facts.csv'));
    await sleep(500);
  }),
  own('manager, what an update changes', 'manager.html#/review/demo/pending', [960, 720]),
  own('manager, what an update changes, narrow', 'manager.html#/review/demo/pending', [320, 720]),
  {
    title: 'manager, subscribing',
    async show(_page, sitting) {
      const address = new URLSearchParams([['url', sitting.publisherUrl]]).toString();
      const page = await sitting.openOwn(`manager.html#/subscribe?${address}`, 960, 900);
      await page.evaluate(() => document.querySelector<HTMLElement>('button[type="submit"]')?.click(), null);
      await sleep(800);
      return page;
    },
  },
  own('manager, requests', 'manager.html#/requests', [960, 720]),
  own('manager, requests, narrow', 'manager.html#/requests', [320, 720]),
  own('manager, an entity', 'manager.html#/entity/china-ai/sensetime', [960, 720]),
  ownAfter('manager, your additions', 'manager.html#/own', [960, 1200], showOwnPack),
  ownAfter('manager, your additions, narrow', 'manager.html#/own', [320, 1300], showOwnPack),
  ownAfter('manager, a fact being added', 'manager.html#/entity/china-ai/sensetime', [960, 1200], showNewFact),
  ownAfter('manager, other devices', 'manager.html#/backup', [960, 1300], showSharing),
  own('manager, settings', 'manager.html#/settings', [960, 1000]),
  own('manager, settings, narrow', 'manager.html#/settings', [320, 1300]),
  own('manager, health', 'manager.html#/health', [960, 900]),
  own('manager, a correction', `manager.html#${CORRECTION}`, [960, 720]),
  { title: 'capture, a fact', show: (page, sitting) => showEmptyForm(page, sitting, [400, 860]) },
  { title: 'capture, a fact filled in', show: (page, sitting) => showFilledForm(page, sitting, [400, 815], false) },
  {
    title: 'capture, a fact filled in, the source open',
    show: (page, sitting) => showFilledForm(page, sitting, [400, 1640], true),
  },
  { title: 'capture, not right yet', show: (page, sitting) => showFormWithProblems(page, sitting, [400, 1040]) },
  { title: 'capture, narrow', show: (page, sitting) => showEmptyForm(page, sitting, [280, 980]) },
  { title: 'capture, a name to follow', show: (page, sitting) => showFollowForm(page, sitting, [400, 600]) },
  { title: 'capture, inbox', show: (page, sitting) => showInbox(page, sitting, false) },
  { title: 'capture, inbox, empty and narrow', show: (page, sitting) => showInbox(page, sitting, true) },
  { title: 'capture, saved', show: (page, sitting) => showSaved(page, sitting, [400, 320]) },
];
