import { afterAll, describe, expect, test } from 'vitest';
import { DEFAULT_PACK, loadPacks } from '../../../src/cli/load-packs.ts';
import { coinName } from '../../fixtures/many-names.ts';
import { describeMentions } from '../../demo/describe-mentions.ts';
import { BROWSERS, type TestPage } from '../drive.ts';
import { expectMarks, markedIn, until } from '../reader.ts';
import { openPopup, useStage } from '../stage.ts';
import { recordLeak } from './leak-table.ts';
import { followPrivately, PRIVATE_NAMES } from './private-names.ts';

const PLANTED = 1000;
const FOLLOWED = 40;

const followed = (loadPacks([DEFAULT_PACK])[0]?.entities ?? [])
  .map((entity) => entity.name)
  .filter((entityName) => /^[A-Z][A-Za-z ]+$/.test(entityName))
  .slice(0, FOLLOWED);
const names = Array.from({ length: PLANTED }, (_, position) =>
  position % (PLANTED / FOLLOWED) === 0 ? (followed[position / (PLANTED / FOLLOWED)] ?? '') : coinName(position),
);
const body = names.map((name) => `<p>Yesterday ${name} said nothing.</p>`).join('\n');

/** Everything the registry gives away while the page scrolls itself from top to end. */
async function recover(page: TestPage): Promise<Set<string>> {
  const recovered = new Set<string>();
  const height = await page.evaluate(() => document.documentElement.scrollHeight, null);
  for (let top = 0; top <= height; top += 1600) {
    await page.evaluate((to) => window.scrollTo(0, to), top);
    await page.evaluate(() => new Promise((done) => void setTimeout(done, 120)), null);
    for (const text of await markedIn(page)) recovered.add(text);
  }
  return recovered;
}

describe.each(BROWSERS)('a page that plants names in %s', (name) => {
  const stage = useStage(name, {
    '/private': () =>
      `<!doctype html><meta charset="utf-8"><title>Private</title><p>Huawei rose.</p>${PRIVATE_NAMES.map((secret) => `<p>Yesterday ${secret} said nothing.</p>`).join('\n')}`,
    '/planted': () => `<!doctype html><meta charset="utf-8"><title>Planted</title>${body}`,
  });
  let page: TestPage | undefined;
  afterAll(() => page?.close());

  test('T1: recovers from the registry only names that stand marked before the reader', async () => {
    expect(followed).toHaveLength(FOLLOWED);
    page = await stage.open('/planted');
    await until(
      () => markedIn(page as TestPage),
      (marks) => marks.length > 0,
      'marks',
    );
    const recovered = await recover(page);
    // The same core in Node says what is to be marked here.
    const visible = new Set((await describeMentions(body)).entities.map(({ surface }) => surface));
    const unseen = [...recovered].filter((text) => !visible.has(text));
    recordLeak('planted', name, followed.filter((entityName) => recovered.has(entityName)).length);
    recordLeak('unseen', name, unseen.length);
    expect(unseen).toEqual([]);
    expect(recovered.size).toBeGreaterThan(0);
  });

  test('T1: recovers none of 20 private names, all of which the popup lists', async () => {
    await followPrivately(stage);
    const opened = await stage.open('/private');
    // The others are marked as ever.
    await expectMarks(opened, ['Huawei']);
    const recovered = await recover(opened);
    const found = PRIVATE_NAMES.filter((privateName) => recovered.has(privateName));
    recordLeak('private', name, found.length);
    expect(found).toEqual([]);
    expect(recovered.has('Huawei')).toBe(true);
    const popup = await openPopup(stage, opened);
    await until(
      () => popup.evaluate(() => document.body.textContent ?? '', null),
      (text) => PRIVATE_NAMES.every((privateName) => text.includes(privateName)),
      'the private names in the popup',
    );
    await popup.close();
    await opened.close();
  });
});
