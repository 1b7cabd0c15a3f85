import { MAX_QUESTIONS } from '../messaging/contract-fields.ts';
import { findCandidates } from '../core/matching/find-candidates.ts';
import { spellAlias } from '../core/matching/verify-candidate.ts';
import { applyCorrections } from '../core/linking/apply-corrections.ts';
import type { SentenceAnalyzer } from '../core/linking/analyzer.ts';
import type { SpelledAlias } from '../core/linking/collect-hits.ts';
import { MAX_TRIED_LENGTH, tryText, type TriedText } from '../core/linking/try-text.ts';
import type { EntityRef } from '../core/model/entity.ts';
import type { TrackedAlias } from '../core/model/mention.ts';
import type { Send } from '../messaging/send.ts';
import type { Connection } from '../storage/connection.ts';
import { readCorrections } from '../storage/correction-store.ts';
import { readAliasIndex } from '../storage/index-store.ts';
import { resolveAliases } from '../storage/resolve-aliases.ts';
import { readCluster } from '../storage/read-cluster.ts';
import type { StorageArea } from '../storage/settings-store.ts';
import type { TryTools } from '../ui/TryName.tsx';

export type TryPorts = { readonly send: Send; readonly connection: Connection; readonly area: StorageArea };

/**
 * Links a text as a page would be linked, here in the manager; only the tagger is asked elsewhere. Null where no names are in
 * use yet.
 */
export async function tryName(
  { send, connection, area }: TryPorts,
  entity: EntityRef,
  whole: string,
): Promise<TriedText | null> {
  const text = whole.slice(0, MAX_TRIED_LENGTH);
  const database = await connection();
  const [index, corrections] = await Promise.all([readAliasIndex(database, area), readCorrections(area)]);
  if (index === null) return null;
  const fingerprints = [...new Set(findCandidates(index, text).map(({ fingerprint }) => fingerprint))];
  const resolved = await resolveAliases(database, fingerprints);
  const byFingerprint = (change: (aliases: readonly TrackedAlias[]) => readonly TrackedAlias[]) => {
    const spelled = new Map(fingerprints.map((print, at) => [print, change(resolved[at] ?? []).map(spell)]));
    return (print: number): readonly SpelledAlias[] => spelled.get(print) ?? [];
  };
  return tryText(text, entity, {
    index,
    // On no site in particular.
    aliasesOf: byFingerprint((aliases) => applyCorrections(aliases, corrections, '')),
    listedOf: byFingerprint((aliases) => aliases),
    analyze: askInBatches(send),
  });
}

/** The names of an entity in all packs that know it, with their rules; its own name first, as far as it is not listed. */
export async function listNames(
  { connection }: Pick<TryPorts, 'connection'>,
  entity: EntityRef,
): Promise<TryTools['names']> {
  const cluster = await readCluster(await connection(), entity);
  const entities = cluster?.dossiers.map((dossier) => dossier.entity) ?? [];
  const listed = entities.flatMap(({ aliases }) => aliases);
  const bare = entities.map(({ name, highlight }) => ({ text: name, ...(highlight === false && { highlight }) }));
  const names = new Map<string, TryTools['names'][number]>();
  for (const name of [...bare, ...listed.toReversed()]) names.set(name.text, name);
  return [...names.values()];
}

const spell = (tracked: TrackedAlias): SpelledAlias => ({ tracked, spelling: spellAlias(tracked.alias.text) });

/** Asks the analyst; what it cannot say counts as nothing said. */
const askInBatches =
  (send: Send): SentenceAnalyzer =>
  async (questions) => {
    const analyses = [];
    for (let from = 0; from < questions.length; from += MAX_QUESTIONS) {
      const batch = questions.slice(from, from + MAX_QUESTIONS);
      const answer = await send('page.analyze', { questions: batch });
      analyses.push(...batch.map((_question, at) => (answer.ok ? answer.value[at] : undefined) ?? { terms: [] }));
    }
    return analyses;
  };
