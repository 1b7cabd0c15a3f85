import type { Tab } from './bidi-tabs.ts';
import { until } from './reader.ts';

/** Closes the page that the extension opens when it is installed, for most tests count tabs and want their own in front. */
export async function closeFirstRun(readTabs: () => Promise<readonly Tab[]>): Promise<void> {
  const isFirst = ({ address }: Tab): boolean => address.endsWith('/manager.html#/welcome');
  const tabs = await until(readTabs, (open) => open.some(isFirst), 'the first page');
  await Promise.all(tabs.filter(isFirst).map((tab) => tab.close()));
}
