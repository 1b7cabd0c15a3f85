import { isDeepStrictEqual } from 'node:util';
import type { TestBrowser, TestFrame, TestPage } from '../drive.ts';
import { markedIn, until } from '../reader.ts';
import { pathOf, type HostilePage } from './hostile-page.ts';
import type { HostileServer } from './hostile-server.ts';
import { parseAccount, TELL, type Account } from './recorder.ts';

export type Visit = {
  readonly account: Account;
  /** All that the console showed. */
  readonly messages: readonly string[];
};

/** A name that no hostile page has: once it is marked, everything added before it has been read and judged. */
const LAST_NAME = 'Megvii';

/** Goes to a page, has it do what it does, and returns what its scripts could tell afterwards. Expects the marks where we are. */
export async function visit(
  page: TestPage,
  hostile: HostilePage,
  browser: TestBrowser,
  server: HostileServer,
): Promise<Visit> {
  await page.goto(server.origin + pathOf(hostile));
  const isMarked = browser.extensionOrigin !== '';
  const expectAll = async (marks: readonly string[]): Promise<void> => {
    if (isMarked) await expectExactly(page, marks);
  };

  await expectAll(hostile.marks);
  if (hostile.act !== undefined) await page.ask(`(() => { ${hostile.act} })(); 'done'`);
  await until(
    () => page.ask(`String(Boolean(${hostile.ready ?? 'true'}))`),
    (answer) => answer === 'true',
    `${hostile.title}: ${hostile.ready}`,
  );
  const marks = hostile.marksAfter ?? hostile.marks;
  await expectAll(marks);
  const frames = (browser.name === 'firefox' ? hostile.framesInFirefox : undefined) ?? hostile.frames ?? [];
  if (isMarked) await expectFrames(page, frames);
  if (hostile.takesText === false) {
    if (isMarked) await expectReadBefore(browser, server);
    await expectAll(marks);
  } else {
    await page.ask(`__recorder.add(${JSON.stringify(LAST_NAME)})`);
    await expectAll([...marks, LAST_NAME]);
  }
  if (hostile.runsScripts !== false) await expectRest(page);
  const origins = [server.origin, server.otherOrigin];
  const account = parseAccount(await page.ask(TELL), origins);
  const messages = page.messages.map((message) => parseText(message, origins)).toSorted();
  const comparable = browser.name === 'firefox' && hostile.hasTextInDrawing ? { ...account, boxes: [] } : account;
  return { account: comparable, messages };
}

/** Waits until the page has been drawn twice more. */
const expectRest = (page: TestPage): Promise<unknown> =>
  until(
    () => page.ask('__recorder.rest()'),
    (rested) => rested === 'yes',
    'two more frames',
  );

const parseText = (text: string, origins: readonly string[]): string =>
  origins.reduce((rest, origin) => rest.replaceAll(origin, 'ORIGIN'), text);

const expectExactly = (page: TestPage, marks: readonly string[]): Promise<unknown> =>
  until(
    async () => (await page.ask('__recorder.marks()')).split('\n').slice(0, -1),
    (found) => isDeepStrictEqual(found, marks),
    `marks should be ${JSON.stringify(marks)}`,
  );

/** Waits until these frames, in any order, have these marks and all others none. */
const expectFrames = (page: TestPage, wanted: readonly (readonly string[])[]): Promise<unknown> => {
  const sorted = wanted.map((marks) => marks.join()).toSorted();
  return until(
    async () => {
      const found = await Promise.all(page.frames().slice(1).map(marksIn));
      return found.filter((marks) => marks !== '').toSorted();
    },
    (found) => isDeepStrictEqual(found, sorted),
    `frames should have ${JSON.stringify(sorted)}`,
  );
};

/** A frame may be gone by now. */
const marksIn = (frame: TestFrame): Promise<string> =>
  markedIn(frame).then(
    (marks) => marks.join(),
    () => '',
  );

/** Opens a page that is read after the one before, and waits until it is marked. */
async function expectReadBefore(browser: TestBrowser, server: HostileServer): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`${server.origin}/ready-page/`);
  await until(
    () => markedIn(page),
    (marks) => marks.length === 1,
    'marks on a page opened later',
  );
  await page.close();
}
