import type { Fact } from '../core/model/fact.ts';
import { OVERLAY_PACK } from '../core/model/overlay.ts';
import { err, ok, type Result } from '../core/model/result.ts';
import type { CorrectedFact } from '../core/overlay/correct-fact.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import { parseRecord } from '../core/packs/parse-record.ts';
import { usesOf } from '../core/packs/record-uses.ts';
import { t } from '../locales/translate.ts';
import type { FactOrigin } from '../messaging/overlay-contract.ts';
import type { Database } from '../storage/database.ts';
import { readCluster } from '../storage/read-cluster.ts';
import { readDossier, type EntityDossier } from '../storage/read-dossier.ts';

/** A fact as its pack has it, and what that pack knows about the entity; null if it is gone. */
export async function readCorrectable(
  database: Database,
  { pack, entity, fact: id }: FactOrigin,
): Promise<{ readonly fact: Fact; readonly dossier: EntityDossier } | null> {
  const dossier = await readDossier(database, { pack, id: entity });
  const fact = dossier?.facts.find((each) => each.id === id);
  return dossier === null || fact === undefined ? null : { fact, dossier };
}

/** The corrected fact with what it relies on, or what is wrong with it. */
export async function readCorrection(
  database: Database,
  origin: FactOrigin | undefined,
  draft: Readonly<Record<string, unknown>>,
): Promise<Result<CorrectedFact, readonly PackProblem[]>> {
  const parsed = parseRecord(draft, 0);
  if (!parsed.ok) return parsed;
  const found = origin === undefined ? null : await readCorrectable(database, origin);
  if (origin === undefined || found === null || parsed.value.type !== 'fact' || parsed.value.fact.id !== origin.fact)
    return err([{ code: 'unknown-id', line: 0, field: '', message: t('own.factGone') }]);
  const { fact } = parsed.value;
  const used = new Set(usesOf(parsed.value).map(({ kind, id }) => `${kind} ${id}`));
  const { others, sources } = found.dossier;
  const entities = [found.dossier.entity, ...others.filter(({ id }) => id !== origin.entity)].filter(({ id }) =>
    used.has(`entity ${id}`),
  );
  const ownIds = await Promise.all(
    entities.map(async ({ id }) => {
      const cluster = await readCluster(database, { pack: origin.pack, id });
      const own = cluster?.dossiers.find(({ pack }) => pack.id === OVERLAY_PACK)?.entity.id;
      return own === undefined ? [] : [[id, own] as const];
    }),
  );
  return ok({
    ...{ pack: origin.pack, fact, entities },
    sources: sources.filter(({ id }) => used.has(`source ${id}`)),
    ownIds: new Map(ownIds.flat()),
  });
}
