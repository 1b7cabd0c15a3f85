import { aliasSchema, type EntityRef } from '../core/model/entity.ts';
import type { PackRecord } from '../core/model/fact-pack.ts';
import { OVERLAY_PACK } from '../core/model/overlay.ts';
import { err, ok, type Result } from '../core/model/result.ts';
import { listTrash, removalOf, restoreEdit, stepBack } from '../core/overlay/edit-history.ts';
import { NO_RECORDS, type OverlayEdit } from '../core/overlay/edit-overlay.ts';
import { fitsOverlay, setHidden, setNote, type OverlayState } from '../core/overlay/overlay-state.ts';
import { findStandIn, makeStandIn } from '../core/overlay/stand-in.ts';
import { formatPack, recordsOf } from '../core/packs/apply-patch.ts';
import { formatPatch } from '../core/packs/pack-patch.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import { checkFields, parseRecord } from '../core/packs/parse-record.ts';
import { t } from '../locales/translate.ts';
import type { Caller } from '../messaging/caller.ts';
import type { Handlers } from '../messaging/listen.ts';
import type { overlayRequests } from '../messaging/overlay-contract.ts';
import { readCorrectable, readCorrection } from './read-correction.ts';
import { planCorrection } from '../core/overlay/correct-fact.ts';
import { readEditHistory } from '../storage/edit-history-store.ts';
import { readProposal } from '../storage/overlay-proposal.ts';
import { readOverlayState, writeOverlayState } from '../storage/overlay-state-store.ts';
import { readOverlay } from '../storage/overlay-store.ts';
import { listPacks } from '../storage/pack-store.ts';
import { readCluster } from '../storage/read-cluster.ts';
import { createOwnChange, type OverlayPorts } from './change-own.ts';

type Requests = Omit<typeof overlayRequests, 'page.setMerge' | 'page.mergeWords'>;
type Problems = readonly PackProblem[];

/** Keeps for the manager what the user adds to the packs. */
export function createOverlayHandlers(ports: OverlayPorts): Handlers<Requests, Extract<Caller, { kind: 'page' }>> {
  const { connection, area, inTurn, now } = ports;
  const today = (): string => new Date(now()).toISOString().slice(0, 10);

  const change = createOwnChange(ports);
  /** Changes the record that stands for an entity, which is made if there is none yet. Gives its id. */
  const changeStandIn = async (
    ref: EntityRef,
    alter: (record: Extract<PackRecord, { type: 'entity' }>) => OverlayEdit['put'],
  ): Promise<Result<string, Problems>> => {
    const cluster = await readCluster(await connection(), ref);
    if (cluster === null) return err([problem('unknown-id', 'entity', t('own.entityGone'))]);
    const { dossiers } = cluster;
    const known = dossiers.find(({ pack }) => pack.id === OVERLAY_PACK)?.entity.id;
    const model = (dossiers.find(({ pack }) => pack.id === ref.pack) ?? dossiers[0]).entity;
    let id = known ?? ref.id;
    const changed = await change(({ entities }) => {
      const standIn = findStandIn(entities, known === undefined ? ref : { pack: OVERLAY_PACK, id: known });
      const entity = standIn ?? makeStandIn(entities, ref, model);
      ({ id } = entity);
      const record = { type: 'entity' as const, entity };
      return { put: [...(standIn === null ? [record] : []), ...alter(record)], remove: [] };
    });
    return changed.ok ? ok(id) : changed;
  };
  const changeState = (alter: (state: OverlayState) => OverlayState): Promise<Result<null, Problems>> =>
    inTurn(async () => {
      const altered = alter(await readOverlayState(area));
      if (!fitsOverlay(altered)) return err([problem('too-many-records', '', t('own.full'))]);
      await writeOverlayState(area, altered);
      return ok(null);
    });

  return {
    async 'page.own'() {
      const database = await connection();
      const [own, packs, state] = await Promise.all([
        readOverlay(database),
        listPacks(database),
        readOverlayState(area),
      ]);
      const others = packs.filter(({ id }) => id !== OVERLAY_PACK);
      const proposals = await Promise.all(
        others.map(async (pack) => (own === null ? null : readProposal(database, own, state.hidden, pack))),
      );
      const { entities = 0, facts = 0, sources = 0 } = own?.header.counts ?? {};
      return {
        ...{ entities, facts, sources, notes: state.notes.length, hidden: state.hidden.length },
        packs: others
          .filter((_pack, position) => proposals[position] !== null)
          .map(({ id, active }) => ({ id, title: active.header.title })),
      };
    },
    async 'page.editOwn'({ put, remove }) {
      const parsed = put.map((draft) => parseRecord(draft, 0));
      const problems = parsed.flatMap((record) => (record.ok ? [] : record.error));
      if (problems.length > 0) return err(problems);
      const records = parsed.flatMap((record) => (record.ok ? [record.value] : []));
      return change(() => ({ put: records, remove }));
    },
    async 'page.ownRecords'() {
      const [own, history] = await Promise.all([readOverlay(await connection()), readEditHistory(area)]);
      const present = own ?? NO_RECORDS;
      return {
        records: recordsOf(present),
        undo: history.done.at(-1)?.name ?? null,
        redo: history.undone.at(-1)?.name ?? null,
        trash: listTrash(history, present),
      };
    },
    'page.removeOwn': (ref) => change((records) => removalOf(records, ref)),
    async 'page.restoreOwn'(ref) {
      const history = await readEditHistory(area);
      return change((records) => restoreEdit(history, records, ref) ?? { put: [], remove: [] });
    },
    async 'page.stepOwn'({ direction }) {
      const step = stepBack(await readEditHistory(area), direction);
      return step === null ? ok(null) : change(() => step.edit, step.after);
    },
    'page.standIn': ({ entity }) => changeStandIn(entity, () => []),
    async 'page.addAlias'({ entity: ref, alias: draft }) {
      const alias = checkFields(aliasSchema, draft, 0, 'alias');
      if (!alias.ok) return alias;
      const changed = await changeStandIn(ref, ({ entity }) => {
        const others = entity.aliases.filter(({ text }) => text !== alias.value.text);
        return [{ type: 'entity', entity: { ...entity, aliases: [...others, alias.value] } }];
      });
      return changed.ok ? ok(null) : changed;
    },
    'page.factRecord': async ({ origin }) => (await readCorrectable(await connection(), origin))?.fact ?? null,
    'page.correctFact': async ({ origins, draft }) => {
      const corrected = await readCorrection(await connection(), origins[0], draft);
      if (!corrected.ok) return corrected;
      let by = '';
      const changed = await change((records) => {
        const plan = planCorrection(records, corrected.value);
        by = plan.fact;
        return plan.edit;
      });
      if (!changed.ok) return changed;
      return changeState((state) =>
        setHidden(
          state,
          origins.map(({ pack, fact }) => ({ pack, id: fact, by })),
          true,
        ),
      );
    },
    'page.setNote': ({ target, text }) => changeState((state) => setNote(state, target, text, now())),
    'page.hideFacts': ({ facts, isHidden }) => changeState((state) => setHidden(state, facts, isHidden)),
    async 'page.exportOwn'({ pack }) {
      const database = await connection();
      const own = await readOverlay(database);
      if (own === null) return null;
      // Under another id: this one is kept for what a user adds, and no file with it can be imported.
      if (pack === null) return formatPack({ ...own.header, id: `${OVERLAY_PACK}-${today()}` }, recordsOf(own));
      const row = (await listPacks(database)).find(({ id }) => id === pack);
      const proposal =
        row === undefined ? null : await readProposal(database, own, (await readOverlayState(area)).hidden, row);
      return proposal === null ? null : formatPatch(proposal);
    },
  };
}

const problem = (code: PackProblem['code'], field: string, message: string): PackProblem => ({
  ...{ code, line: 0, field, message },
});
