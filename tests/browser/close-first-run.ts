import { answerInTime } from './answer-in-time.ts';
import { until } from './reader.ts';

/** Closes the page that the extension opens when it is installed, for most tests count tabs and want their own in front. */
export async function closeFirstRun<Page extends { close(): Promise<void> }>(
  openPages: () => Promise<readonly Page[]>,
  addressOf: (page: Page) => Promise<string>,
): Promise<void> {
  const find = async (): Promise<Page | undefined> => {
    for (const page of await openPages()) {
      if ((await addressOf(page)).endsWith('/manager.html#/welcome')) return page;
    }
    return undefined;
  };
  const page = await until(find, (found) => found !== undefined, 'the first page');
  await answerInTime(page?.close() ?? Promise.resolve(), 'the first page, asked to close,');
}
