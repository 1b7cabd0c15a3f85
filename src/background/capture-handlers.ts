import { checkCapture } from '../core/capture/check-capture.ts';
import type { CaptureProblem } from '../core/capture/capture-problem.ts';
import type { Capture } from '../core/capture/capture.ts';
import { planCapture, type CapturePlan, type KnownSubject } from '../core/capture/plan-capture.ts';
import { OVERLAY_PACK } from '../core/model/overlay.ts';
import { markOwnNames, siteOf } from '../core/model/site.ts';
import { readSettings } from '../storage/settings-store.ts';
import { webHost } from './tabs.ts';
import { err, ok, type Result } from '../core/model/result.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { t } from '../locales/translate.ts';
import type { Caller } from '../messaging/caller.ts';
import type { Captured, captureRequests } from '../messaging/capture-contract.ts';
import type { Handlers } from '../messaging/listen.ts';
import { findByName } from '../storage/find-by-name.ts';
import { readCluster } from '../storage/read-cluster.ts';
import type { CaptureService } from './capture-service.ts';
import { changeSettings, type SettingsChangePorts } from './change-settings.ts';
import { createOwnChange, type OverlayPorts } from './change-own.ts';
import { describeBegun, type PanelCaptures } from './panel-captures.ts';

export type CapturePorts = OverlayPorts &
  SettingsChangePorts & {
    readonly captures: CaptureService;
    readonly panels: PanelCaptures;
  };

type Problems = readonly CaptureProblem[];
const atForm = (message: string): Result<never, Problems> => err([{ field: '', message }]);

/** Answers side panel, manager and popup about what is captured from pages. */
export function createCaptureHandlers(
  ports: CapturePorts,
): Handlers<typeof captureRequests, Extract<Caller, { kind: 'page' }>> {
  const { captures, panels, connection } = ports;
  const change = createOwnChange(ports);

  /** Has the user's own names marked on a site. Gives it, unless they are marked everywhere. */
  const markOn = async (host: string | null): Promise<string | null> => {
    const { ownNames } = await readSettings(ports.area);
    if (host === null || ownNames === 'all') return null;
    const site = siteOf(host);
    await changeSettings(ports, (settings) => markOwnNames(settings, site));
    return site;
  };
  const save = async (capture: Capture): Promise<Result<Captured, Problems>> => {
    const checked = checkCapture(capture);
    if (!checked.ok) return checked;
    const { subject } = capture.draft;
    const known = subject === null ? null : await readSubject(ports, subject.entity);
    if (subject !== null && known === null) return err([{ field: 'subject', message: t('own.entityGone') }]);
    const done: CapturePlan[] = [];
    const changed = await change((own) => {
      const plan = planCapture(own, checked.value, known);
      done.push(plan);
      return plan.edit;
    });
    if (!changed.ok) return atForm(changed.error.map(({ message }) => message).join(' '));
    // Whoever follows a name from a page wants to see it marked there.
    const markedOn = known?.isShared === true ? null : await markOn(webHost(capture.draft.source.url));
    await captures.remove(capture.id);
    // The last one counts: what changed in between was planned for anew.
    const plan = done.at(-1);
    if (plan === undefined) throw new Error('a capture was saved without a plan');
    return ok({ entity: { pack: OVERLAY_PACK, id: plan.entity }, fact: plan.fact, markedOn });
  };

  return {
    async 'page.capture'({ tab, intent, window }) {
      const begun = await captures.begin(tab, intent, null);
      if (window !== undefined) await panels.show(window, describeBegun(begun));
      return begun;
    },
    'page.captures': () => captures.list(),
    'page.readCapture': ({ capture }) => captures.find(capture),
    async 'page.keepCapture'({ capture: id, draft }) {
      const capture = await captures.find(id);
      if (capture !== null) await captures.keep({ ...capture, draft });
      return null;
    },
    async 'page.saveCapture'({ capture: id, draft }) {
      const capture = await captures.find(id);
      return capture === null ? atForm(t('capture.gone')) : save({ ...capture, draft });
    },
    async 'page.discardCapture'({ capture }) {
      await captures.remove(capture);
      return null;
    },
    async 'page.restoreCapture'({ capture }) {
      await captures.keep(capture);
      return null;
    },
    'page.findByName': async ({ query, unknownTo }) => findByName(await connection(), query, unknownTo),
    'page.panelCapture': ({ window }) => panels.shown(window),
    async 'page.closePanelCapture'({ window }) {
      await panels.close(window);
      return null;
    },
  };
}

/** The record that stands for an entity: the user's own if there is one, else that of the pack it was chosen from. */
async function readSubject({ connection }: CapturePorts, ref: EntityRef): Promise<Subject | null> {
  const cluster = await readCluster(await connection(), ref);
  if (cluster === null) return null;
  const { dossiers } = cluster;
  const own = dossiers.find(({ pack }) => pack.id === OVERLAY_PACK)?.entity;
  const model = (dossiers.find(({ pack }) => pack.id === ref.pack) ?? dossiers[0]).entity;
  const isShared = dossiers.some(({ pack }) => pack.id !== OVERLAY_PACK);
  return own === undefined
    ? { ref, model, isShared }
    : { ref: { pack: OVERLAY_PACK, id: own.id }, model: own, isShared };
}

/** Whom a capture is about, and whether any pack but the user's own knows it. */
type Subject = KnownSubject & { readonly isShared: boolean };
