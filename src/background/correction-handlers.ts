import type { Correction, NamedCorrection } from '../core/model/correction.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { LIMITS } from '../core/model/limits.ts';
import { formatPatch } from '../core/packs/pack-patch.ts';
import { proposeCorrections } from '../core/packs/propose-corrections.ts';
import type { InTurn } from './in-turn.ts';
import type { Caller } from '../messaging/caller.ts';
import type { pageRequests } from '../messaging/contract.ts';
import type { Handlers } from '../messaging/listen.ts';
import type { Connection } from '../storage/connection.ts';
import { readCorrections, writeCorrections } from '../storage/correction-store.ts';
import { listPacks } from '../storage/pack-store.ts';
import { readDossier } from '../storage/read-dossier.ts';
import type { StorageArea } from '../storage/settings-store.ts';

type Requests = Pick<
  typeof pageRequests,
  'page.corrections' | 'page.addCorrection' | 'page.removeCorrection' | 'page.exportCorrections'
>;

export type CorrectionPorts = {
  readonly connection: Connection;
  readonly area: StorageArea;
  readonly inTurn: InTurn;
  /** Makes a change felt in every open tab. */
  readonly applySettings: () => Promise<void>;
};

/** Keeps the user's corrections for the manager. */
export function createCorrectionHandlers({
  connection,
  area,
  inTurn,
  applySettings,
}: CorrectionPorts): Handlers<Requests, Extract<Caller, { kind: 'page' }>> {
  const nameOf = async (ref: EntityRef): Promise<string | null> =>
    (await readDossier(await connection(), ref))?.entity.name ?? null;
  const name = async (correction: Correction): Promise<NamedCorrection> => ({
    correction,
    name: await nameOf(correction.entity),
    otherName: correction.verdict === 'other-entity' ? await nameOf(correction.other) : null,
  });
  const replace = async (change: (known: readonly Correction[]) => Correction[]): Promise<null> => {
    await inTurn(async () => writeCorrections(area, change(await readCorrections(area))));
    await applySettings();
    return null;
  };
  return {
    'page.corrections': async () => Promise.all((await readCorrections(area)).toReversed().map(name)),
    'page.addCorrection': ({ correction }) =>
      replace((known) => [...without(known, correction), correction].slice(-LIMITS.corrections)),
    'page.removeCorrection': ({ correction }) => replace((known) => without(known, correction)),
    async 'page.exportCorrections'({ pack }) {
      const database = await connection();
      const row = (await listPacks(database)).find(({ id }) => id === pack);
      const own = (await readCorrections(area)).filter((correction) => correction.entity.pack === pack);
      const refs = new Map(own.map(({ entity }) => [entity.id, entity]));
      const dossiers = await Promise.all([...refs.values()].map((ref) => readDossier(database, ref)));
      const entities = dossiers.flatMap((dossier) => (dossier === null ? [] : [dossier.entity]));
      if (row === undefined || entities.length === 0) return null;
      const { entities: changed, remarks } = proposeCorrections(entities, own);
      const put = changed.map((entity) => ({ type: 'entity' as const, entity }));
      return formatPatch({ pack, from: row.active.header.version, header: null, put, remove: [], remarks });
    },
  };
}

const without = (known: readonly Correction[], correction: Correction): Correction[] => {
  const key = keyOf(correction);
  return known.filter((other) => keyOf(other) !== key);
};

/** The same for two corrections that say the same, whatever the order of their fields. */
const keyOf = (correction: Correction): string =>
  JSON.stringify(Object.entries(correction).toSorted(([a], [b]) => a.localeCompare(b)));
