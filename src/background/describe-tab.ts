import type { Brief } from '../core/brief/brief.ts';
import { entityKey } from '../core/model/mention.ts';
import type { Overview } from '../messaging/contract.ts';
import type { EntityCount } from '../messaging/contract-fields.ts';
import type { TabRegistry } from './tab-registry.ts';
import { sendToTab, type TabsApi } from './tabs.ts';

/** A frame that does not answer in this time has gone, and its mentions with it. */
export const DESCRIBE_LIMIT_MS = 1500;

/** The mentions of all frames of a tab, most frequent first. Asked live: a registry could be out of date. */
export async function describeTab(
  { tabs, registry }: { readonly tabs: TabsApi; readonly registry: TabRegistry },
  tab: number,
): Promise<Pick<Overview, 'mentions' | 'isFull'> & Pick<Brief, 'articleDate'>> {
  const frames = await registry.frames(tab);
  const answers = await Promise.all(
    frames.map((frame) => sendToTab(tabs, tab, frame)('tab.describe', {}, DESCRIBE_LIMIT_MS)),
  );
  const totals = new Map<string, EntityCount>();
  const described = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
  for (const entry of described.flatMap(({ entities }) => entities)) {
    const key = entityKey(entry.entity);
    const { count, isQuiet } = totals.get(key) ?? { count: 0, isQuiet: true };
    totals.set(key, { ...entry, count: entry.count + count, isQuiet: entry.isQuiet && isQuiet });
  }
  return {
    mentions: [...totals.values()].toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name)),
    isFull: described.some(({ isFull }) => isFull),
    articleDate: described.find(({ articleDate }) => articleDate !== null)?.articleDate ?? null,
  };
}
