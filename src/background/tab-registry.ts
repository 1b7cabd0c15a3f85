import * as v from 'valibot';
import { createInTurn } from './in-turn.ts';
import type { SessionArea } from './session-area.ts';

const frameSchema = v.strictObject({ frame: v.number(), mentions: v.number() });
const tabSchema = v.strictObject({ url: v.string(), frames: v.array(frameSchema) });

/** Which frames of a tab have an annotator, and how many mentions each reported. Kept in session storage. */
export type TabRegistry = {
  /** Notes a report and returns the mentions of the whole tab. */
  report(tab: number, url: string, frame: number, mentions: number): Promise<number>;
  /** The page itself (0) first. */
  frames(tab: number): Promise<readonly number[]>;
  forget(tab: number): Promise<void>;
};

export function createTabRegistry(area: SessionArea): TabRegistry {
  const key = (tab: number): string => `tab:${tab}`;
  const read = async (tab: number) => {
    const parsed = v.safeParse(tabSchema, (await area.get([key(tab)]))[key(tab)]);
    return parsed.success ? parsed.output : { url: '', frames: [] };
  };
  // Reports of several frames arrive together; one after another they do not overwrite each other.
  const inTurn = createInTurn();
  return {
    report: (tab, url, frame, mentions) =>
      inTurn(async () => {
        const known = await read(tab);
        const page = withoutFragment(url);
        const others = known.url === page ? known.frames.filter((entry) => entry.frame !== frame) : [];
        const frames = [...others, { frame, mentions }];
        await area.set({ [key(tab)]: { url: page, frames } });
        return frames.reduce((sum, entry) => sum + entry.mentions, 0);
      }),
    frames: async (tab) => (await read(tab)).frames.map((entry) => entry.frame).toSorted((a, b) => a - b),
    forget: (tab) => inTurn(() => area.remove([key(tab)])),
  };
}

const withoutFragment = (url: string): string => url.split('#', 1)[0] ?? '';
