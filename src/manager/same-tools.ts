import type { EntityPage } from '../core/card/card-view.ts';
import type { MergeWord } from '../core/merging/merge-word.ts';
import type { Send } from '../messaging/send.ts';
import type { SameEntityTools } from '../ui/SameEntity.tsx';

/** What the page of an entity needs to say which records of other packs are about it. Null: it is no longer followed. */
export const createSameTools = (
  send: Send,
  redraw: () => void,
  page: EntityPage | null,
  words: readonly MergeWord[],
): SameEntityTools => ({
  words,
  async onFind(query) {
    const unknownTo = page?.packs.map(({ id }) => id) ?? [];
    const [found, packs] = await Promise.all([
      send('page.findByName', { query, unknownTo }),
      send('page.overview', {}),
    ]);
    const titles = new Map(packs.ok ? packs.value.packs.map(({ id, title }) => [id, title]) : []);
    return (found.ok ? found.value : []).map(({ entity: ref, name }) => ({
      ...{ ref, name },
      packTitle: titles.get(ref.pack) ?? ref.pack,
    }));
  },
  onSay(other, verdict) {
    if (page !== null) void send('page.setMerge', { a: page.entity.ref, b: other, verdict }).then(redraw);
  },
  onTakeBack({ records: [a, b] }) {
    void send('page.setMerge', { a: a.ref, b: b.ref, verdict: 'unsaid' }).then(redraw);
  },
});
