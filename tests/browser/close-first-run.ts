import { until } from './reader.ts';

type OpenPage = { url(): string; close(): Promise<void> };

/** The page that the extension opens when it is installed, as soon as it is there. */
export const findFirstRun = <P extends OpenPage>(openPages: () => Promise<readonly P[]>): Promise<P | undefined> =>
  until(
    async () => (await openPages()).find((page) => page.url().endsWith('/manager.html#/welcome')),
    (page) => page !== undefined,
    'the first page',
  );

/** Closes it, for most tests count tabs and want their own in front. */
export async function closeFirstRun(openPages: () => Promise<readonly OpenPage[]>): Promise<void> {
  await (await findFirstRun(openPages))?.close();
}
