import { MAX_CHOICES, type EntityChoice } from '../core/capture/capture.ts';
import { normalizeText } from '../core/text/normalize.ts';
import type { Database } from './database.ts';
import { walkEntities } from './pack-store.ts';
import { readMembers } from './cluster-store.ts';
import { listPacks } from './pack-store.ts';
import { entityKey } from '../core/model/mention.ts';

/** How well a name fits: it begins with what is looked for, a word of it does, or another of its names does. */
type Fit = 0 | 1 | 2;

/**
 * The entities of enabled packs one of whose names begins with `query`, or has a word that does; best first, each once, under the
 * record that stands for it. Reads every entity, which takes about a second at 100 000: for a form, not for a page.
 *
 * @param unknownTo packs of which none may know the entity.
 */
export async function findByName(
  database: Database,
  query: string,
  unknownTo: readonly string[] = [],
): Promise<EntityChoice[]> {
  const wanted = normalizeText(query).folded;
  if (wanted === '') return [];
  const found: { fit: Fit; choice: EntityChoice }[] = [];
  for await (const { pack, rows } of walkEntities(database)) {
    if (unknownTo.includes(pack)) continue;
    for (const { id, entity } of rows) {
      const fit = fitOf(wanted, entity.name, entity.aliases);
      if (fit !== null) found.push({ fit, choice: { entity: { pack, id }, name: entity.name } });
    }
    if (found.filter(({ fit }) => fit === 0).length >= 4 * MAX_CHOICES) break;
  }
  const best = found
    .toSorted((a, b) => a.fit - b.fit || a.choice.name.length - b.choice.name.length)
    .slice(0, 4 * MAX_CHOICES);
  const packs = await listPacks(database);
  const { store } = database.transaction('clusters');
  const standing = await Promise.all(
    best.map(async ({ choice }) => {
      const members = await readMembers(store, packs, choice.entity);
      return members.some(({ pack }) => unknownTo.includes(pack))
        ? []
        : [{ ...choice, entity: members[0] ?? choice.entity }];
    }),
  );
  return [
    ...new Map(
      standing
        .flat()
        .toReversed()
        .map((choice) => [entityKey(choice.entity), choice]),
    ).values(),
  ]
    .toReversed()
    .slice(0, MAX_CHOICES);
}

function fitOf(wanted: string, name: string, aliases: readonly { readonly text: string }[]): Fit | null {
  const folded = normalizeText(name).folded;
  if (folded.startsWith(wanted)) return 0;
  if (hasWord(folded, wanted)) return 1;
  return aliases.some(({ text }) => normalizeText(text).folded.startsWith(wanted)) ? 2 : null;
}

/** Ideographs are not parted by spaces, so that any place in them may begin a word. */
const hasWord = (folded: string, wanted: string): boolean =>
  folded.includes(` ${wanted}`) || (/^\p{Script=Han}/u.test(wanted) && folded.includes(wanted));
