import { entityKey } from '../model/mention.ts';
import { SITE_LISTS } from './site-lists.ts';
import { factKey, targetKey } from '../overlay/overlay-state.ts';
import { canonicalJson } from '../packs/diff-packs.ts';
import { bodyOf } from '../packs/pack-patch.ts';
import { sharePart } from './shared-subscription.ts';
import type { SyncItems } from './sync-entry.ts';
import type { SyncedState } from './synced-state.ts';

/**
 * What devices share, item by item, as small as two devices can change it without touching each other: one setting, one site of a
 * list, one note, one record. The first word of a key says what it is.
 */
export function listItems(state: SyncedState): SyncItems {
  const items = new Map<string, unknown>();
  for (const [field, value] of Object.entries(state.settings))
    if (!SITE_LISTS.some((list) => list === field)) items.set(`setting ${field}`, value);
  for (const list of SITE_LISTS) for (const site of state.settings[list]) items.set(`${list} ${site}`, true);
  for (const [pack, level] of Object.entries(state.privacy.packs)) items.set(`privacy-pack ${pack}`, level);
  for (const [entity, level] of Object.entries(state.privacy.entities)) items.set(`privacy-entity ${entity}`, level);
  for (const entry of state.subscriptions) items.set(`subscription ${entry.pack}`, sharePart(entry));
  for (const correction of state.corrections) items.set(`correction ${canonicalJson(correction)}`, true);
  for (const note of state.overlay.notes) items.set(`note ${targetKey(note.target)}`, note);
  for (const fact of state.overlay.hidden) items.set(`hidden ${factKey(fact)}`, fact);
  for (const verdict of ['same', 'different'] as const)
    for (const pair of state.merges[verdict])
      items.set(`merge ${pair.map(entityKey).toSorted().join(' ')}`, { verdict, pair });
  for (const record of state.records)
    items.set(`own ${record.type} ${bodyOf(record).id}`, { [record.type]: bodyOf(record) });
  return items;
}
