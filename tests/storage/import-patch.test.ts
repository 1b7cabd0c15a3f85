import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FactPack } from '../../src/core/model/fact-pack.ts';
import { aliasKeys } from '../../src/core/matching/alias-key.ts';
import { diffPacks } from '../../src/core/packs/diff-packs.ts';
import { makePatch, type PackPatch } from '../../src/core/packs/pack-patch.ts';
import { FROM_FILE } from '../../src/core/packs/pack-origin.ts';
import { parseFactPack } from '../../src/core/packs/parse-fact-pack.ts';
import { openDatabase, GENERATION_STORES, type Database } from '../../src/storage/database.ts';
import { importPack } from '../../src/storage/import-pack.ts';
import { importPatch, MAX_LAYERS } from '../../src/storage/import-patch.ts';
import { listPacks, watchedAliases } from '../../src/storage/pack-store.ts';
import { resolveAliases } from '../../src/storage/resolve-aliases.ts';
import { readDossier } from '../../src/storage/read-dossier.ts';
import { linesOf, makeFact, packLines } from '../fixtures/builders.ts';

let database: Database;
let serial = 0;
beforeEach(async () => {
  database = await openDatabase(() => {}, `patch-${++serial}`);
});
afterEach(() => database.close());

function parse(lines: readonly string[]): FactPack {
  const parsed = parseFactPack(lines.join('\n'));
  if (!parsed.ok) throw new Error(parsed.error[0]?.message);
  return parsed.value;
}
const install = (into: Database, lines: readonly string[]) => importPack(into, linesOf(lines), { now: 1 });
const patchBetween = (before: readonly string[], after: readonly string[]): PackPatch =>
  makePatch(parse(before), parse(after), diffPacks(parse(before), parse(after)));
const apply = (patch: PackPatch) => importPatch(database, patch, { now: 2, origin: FROM_FILE, isApplied: true });

/** All that a reader can get out of a database. */
async function contents(of: Database): Promise<unknown> {
  const names = new Set<string>();
  for await (const page of watchedAliases(of))
    for (const { alias, entity } of page) names.add(`${entity.id} ${alias.text}`);
  const dossiers = await Promise.all(
    ['e0', 'e1', 'e2', 'e3'].map(async (id) => {
      const dossier = await readDossier(of, { pack: 'demo', id });
      const byId = (a: { id: string }, b: { id: string }): number => a.id.localeCompare(b.id);
      return (
        dossier && {
          ...dossier,
          pack: dossier.pack.active.header,
          // That depends on how a version was come to.
          news: null,
          facts: dossier.facts.toSorted(byId),
          sources: dossier.sources.toSorted(byId),
          conflicts: dossier.conflicts.toSorted(byId),
          others: dossier.others.toSorted(byId),
        }
      );
    }),
  );
  const resolved = await resolveAliases(
    of,
    ['Acme 0', 'Acme 1', 'Old 2'].map((name) => aliasKeys(name)?.fingerprint ?? 0),
  );
  const { counts } = (await listPacks(of))[0]?.active ?? {};
  return {
    names: [...names].toSorted(),
    dossiers,
    resolved: resolved.map((found) => found.map(({ name }) => name)),
    counts,
  };
}

const ids = (prefix: string, count: number) =>
  fc
    .uniqueArray(fc.record({ id: fc.integer({ min: 0, max: count - 1 }), salt: fc.integer({ min: 0, max: 2 }) }), {
      selector: ({ id }) => id,
      minLength: 1,
    })
    .map((list) => list.map(({ id, salt }) => ({ id: `${prefix}${id}`, number: id, salt })));

/** The lines of any version of a pack with up to four entities, six facts, three sources and two conflicts. */
const anyVersion = fc
  .record({ entities: ids('e', 4), facts: ids('f', 6), sources: ids('s', 3), conflicts: ids('c', 2) })
  .map(({ entities, facts, sources, conflicts }) => (number: number) => {
    const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;
    return packLines({
      version: number,
      entities: entities.map(({ id, number: at, salt }) => ({
        id,
        name: `${salt === 0 ? 'Acme' : 'Old'} ${at}`,
        type: 'company',
      })),
      sources: sources.map(({ id, salt }) => ({ id, type: 'webpage', title: `Page ${salt}` })),
      facts: facts.map(({ id, number: at, salt }) =>
        makeFact({
          id,
          subjects: [pick(entities, at + salt).id],
          statement: `Said ${salt}.`,
          references: [{ source: pick(sources, at).id }],
        }),
      ),
      conflicts:
        facts.length < 2
          ? []
          : conflicts.map(({ id, number: at }) => ({
              id,
              kind: 'disagreement',
              entities: [pick(entities, at).id],
              facts: [pick(facts, at).id, pick(facts, at + 1).id],
              title: 'They differ',
              summary: 'One says this, one that.',
            })),
    });
  });

test('a chain of patches gives what the last whole pack gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyVersion, { minLength: 2, maxLength: 5 }), async (versions) => {
      const patched = await openDatabase(() => {}, `chain-${++serial}`);
      const whole = await openDatabase(() => {}, `chain-${++serial}`);
      const editions = versions.map((make, index) => make(index + 1));
      await install(patched, editions[0] ?? []);
      for (const [index, after] of editions.slice(1).entries()) {
        const patch = patchBetween(editions[index] ?? [], after);
        const result = await importPatch(patched, patch, { now: 2, origin: FROM_FILE, isApplied: true });
        if (!result.ok) throw new Error(result.error[0]?.message);
      }
      await install(whole, editions.at(-1) ?? []);
      expect(await contents(patched)).toEqual(await contents(whole));
      patched.close();
      whole.close();
    }),
    { numRuns: 40 },
  );
});

describe('the dataset stays exactly as it was', () => {
  const before = packLines({ version: 1, facts: [makeFact({ id: 'a' }), makeFact({ id: 'b' })] });
  const after = packLines({ version: 2, facts: [makeFact({ id: 'b', statement: 'New.' })] });
  const sound = patchBetween(before, after);
  const snapshot = async (): Promise<unknown> =>
    Promise.all(
      (['packs', 'generations', ...GENERATION_STORES] as const).map(async (name) => [
        await database.getAllKeys(name),
        await database.getAll(name),
      ]),
    );

  test.each<[string, PackPatch, RegExp]>([
    ['for another version', { ...sound, from: 7 }, /does not fit version 1/],
    ['for a pack that is not there', { ...sound, pack: 'ghost' }, /not installed/],
    ['that is a proposal', { ...sound, header: null }, /proposal/],
    [
      'that removes an entity facts are about',
      { ...sound, remove: [{ kind: 'entity', id: 'acme' }] },
      /the entity "acme"/,
    ],
    ['that removes a source facts cite', { ...sound, remove: [{ kind: 'source', id: 's1' }] }, /the source "s1"/],
    [
      'that names a source nobody has',
      { ...sound, put: [{ type: 'fact', fact: makeFact({ id: 'n', references: [{ source: 'ghost' }] }) }] },
      /the source "ghost"/,
    ],
    ['whose counts do not come out', { ...sound, remove: [] }, /promises 1 facts and makes 2/],
  ])('after a patch %s', async (_name, patch, said) => {
    await install(database, before);
    const kept = await snapshot();
    const result = await apply(patch);
    expect(result.ok ? '' : result.error[0]?.message).toMatch(said);
    expect(await snapshot()).toEqual(kept);
  });
});

test('after so many layers the whole pack is asked for', async () => {
  const edition = (number: number): string[] =>
    packLines({ version: number, facts: [makeFact({ statement: `Edition ${number}.` })] });
  await install(database, edition(1));
  const results = [];
  for (let number = 1; number <= MAX_LAYERS; number++)
    results.push((await apply(patchBetween(edition(number), edition(number + 1)))).ok);
  expect(results).toEqual([...Array.from({ length: MAX_LAYERS - 1 }, () => true), false]);
});
