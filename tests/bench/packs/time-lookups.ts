import type { PackRecord } from '../../../src/core/model/fact-pack.ts';
import { aliasKeys } from '../../../src/core/matching/alias-key.ts';
import type { Database } from '../../../src/storage/database.ts';
import { resolveAliases } from '../../../src/storage/resolve-aliases.ts';
import { readDossier } from '../../../src/storage/read-dossier.ts';
import { medianTime } from '../spotting/median-time.ts';
import type { PackFile } from './pack-file.ts';

const ROUNDS = 150;
/** Names that a page brings up at once. */
const NAMES_AT_ONCE = 30;

export type LookupFigures = { readonly dossierMs: number; readonly resolveMs: number };

/** The median time of reading what a card shows, and of resolving the candidates of a page, all over the pack. */
export async function timeLookups(database: Database, { copies, copyCount }: PackFile): Promise<LookupFigures> {
  const entities = [...firstEntities(copies.records(), copies.header.counts.entities)];
  const perCopy = entities.length / copyCount;
  // The same entities of the real pack at every size, each time in another copy.
  const pick = (round: number): Entity => {
    const entity = entities[((round * 61) % copyCount) * perCopy + ((round * 7) % perCopy)];
    if (entity === undefined) throw new Error('no entity there');
    return entity;
  };
  let round = 0;
  const dossierMs = await medianTime(async () => {
    const { id } = pick(round++);
    if ((await readDossier(database, { pack: 'bench', id })) === null) throw new Error(`${id} is not there`);
  }, ROUNDS);
  const resolveMs = await medianTime(async () => {
    const names = Array.from({ length: NAMES_AT_ONCE }, () => pick(round++).name);
    const found = await resolveAliases(
      database,
      names.flatMap((name) => aliasKeys(name)?.fingerprint ?? []),
    );
    if (found.some((aliases) => aliases.length === 0)) throw new Error('a name is not there');
  }, ROUNDS);
  return { dossierMs, resolveMs };
}

type Entity = { readonly id: string; readonly name: string };

function* firstEntities(records: Iterable<PackRecord>, count: number): Generator<Entity> {
  let seen = 0;
  for (const record of records) {
    if (record.type !== 'entity') continue;
    yield { id: record.entity.id, name: record.entity.name };
    if (++seen === count) return;
  }
}
