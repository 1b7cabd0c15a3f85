import { err, ok } from '../core/model/result.ts';
import type { LostPack } from '../core/packs/pack-details.ts';
import { nextCheck } from '../core/updates/next-check.ts';
import type { Subscription } from '../core/updates/subscription.ts';
import type { Caller } from '../messaging/caller.ts';
import type { Handlers } from '../messaging/listen.ts';
import type { packRequests } from '../messaging/pack-contract.ts';
import type { Connection } from '../storage/connection.ts';
import { lostFrom, mirrorRemoved, readMirror } from '../storage/pack-mirror.ts';
import { listPacks } from '../storage/pack-store.ts';
import {
  applyPending,
  declinePending,
  markSeen,
  removePack,
  rollBack,
  setPackEnabled,
  setPackOrder,
} from '../storage/pack-versions.ts';
import { readPrivacy } from '../storage/privacy-store.ts';
import { readReview } from '../storage/read-review.ts';
import { readRequestLog } from '../storage/request-log.ts';
import type { StorageArea } from '../storage/settings-store.ts';
import { readSubscriptions } from '../storage/subscription-store.ts';
import { fetchUpload } from '../updating/fetch-upload.ts';
import type { ImportService } from '../updating/import-service.ts';
import type { LoggedFetch } from '../updating/logged-fetch.ts';
import type { UpdatePorts, UpdateService } from '../updating/update-service.ts';
import { describePack, summarizePack } from './describe-pack.ts';

export type PackPorts = {
  readonly connection: Connection;
  readonly area: StorageArea;
  readonly imports: ImportService;
  readonly updates: UpdateService;
  readonly fetch: LoggedFetch;
  readonly changeSubscriptions: UpdatePorts['changeSubscriptions'];
  /** Makes it felt that other facts are in use than before. */
  readonly onPacksChanged: () => Promise<void>;
  /** Runs work while nobody imports. */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  readonly estimateStorage: () => Promise<{ usage?: number; quota?: number }>;
  readonly now: () => number;
};

/** Answers the manager about packs. */
export function createPackHandlers(ports: PackPorts): Handlers<typeof packRequests, Extract<Caller, { kind: 'page' }>> {
  const { connection, area, imports, updates, changeSubscriptions, onPacksChanged, exclusively, now } = ports;

  /** Changes which versions are in use while nobody imports, and makes it felt if something changed. */
  const change = (work: () => Promise<unknown>): Promise<null> =>
    exclusively(async () => {
      const changed = await work();
      // Under the same alarm: killed in between, the background makes up for it a minute later.
      if (changed !== null) await onPacksChanged();
      return null;
    });
  const findRow = async (pack: string) => (await listPacks(await connection())).find(({ id }) => id === pack) ?? null;
  const unsubscribe = (pack: string): Promise<void> =>
    changeSubscriptions((known) => known.filter((entry) => entry.pack !== pack));

  const findLost = async (rows: readonly { readonly id: string }[]): Promise<LostPack[]> => {
    const subscribed = new Set((await readSubscriptions(area)).map(({ pack }) => pack));
    return lostFrom(await readMirror(area), rows).map(([id, title]) => ({
      id,
      title,
      isSubscribed: subscribed.has(id),
    }));
  };

  return {
    async 'page.packs'() {
      const [rows, privacy, subscriptions] = await Promise.all([
        connection().then(listPacks),
        readPrivacy(area),
        readSubscriptions(area),
      ]);
      const subscriptionOf = (id: string): Subscription | null => subscriptions.find(({ pack }) => pack === id) ?? null;
      const { usage, quota } = await ports.estimateStorage();
      return {
        packs: await Promise.all(rows.map((row) => describePack(row, privacy, subscriptionOf(row.id)))),
        jobs: imports.jobs(),
        lost: await findLost(rows),
        storage: usage === undefined || quota === undefined ? null : { used: usage, quota },
      };
    },
    async 'page.importUpload'({ ticket }) {
      const result = await imports.importUpload(ticket);
      return result.ok ? ok(summarizePack(result.value, await readPrivacy(area), null)) : err(result.error);
    },
    'page.jobs': () => Promise.resolve(imports.jobs()),
    'page.cancelImport'({ ticket }) {
      imports.cancel(ticket);
      return Promise.resolve(null);
    },
    'page.setPackEnabled': ({ pack, enabled }) => change(async () => setPackEnabled(await connection(), pack, enabled)),
    'page.setPackOrder': ({ packs }) => change(async () => setPackOrder(await connection(), packs)),
    'page.removePack': ({ pack }) =>
      change(async () => {
        await unsubscribe(pack);
        // First the mirror: the other way round, a crash in between would make it look like a loss.
        await mirrorRemoved(area, pack);
        await removePack(await connection(), pack);
      }),
    async 'page.review'({ pack, which }) {
      const row = await findRow(pack);
      const after = which === 'pending' ? row?.pending : row?.active;
      const before = which === 'pending' ? row?.active : row?.kept[0];
      if (!after || !before) return null;
      return readReview(await connection(), before, after);
    },
    async 'page.markSeen'({ pack }) {
      await exclusively(async () => markSeen(await connection(), pack));
      return null;
    },
    'page.applyUpdate': ({ pack }) => change(async () => applyPending(await connection(), pack)),
    async 'page.declineUpdate'({ pack }) {
      await exclusively(async () => declinePending(await connection(), pack));
      return null;
    },
    'page.rollBack': ({ pack, layer }) => change(async () => rollBack(await connection(), pack, layer)),
    'page.previewPublisher': ({ url, token }) => updates.preview(url, token),
    'page.subscribe': (request) => updates.subscribe(request),
    'page.fetchUpload': ({ url }) =>
      imports.track(async (job) => fetchUpload(ports.fetch, await connection(), url, now(), job)),
    async 'page.unsubscribe'({ pack }) {
      await unsubscribe(pack);
      return null;
    },
    async 'page.setSubscription'({ pack, schedule, isAutomatic, channel }) {
      await changeSubscriptions((known) =>
        known.map((entry) =>
          entry.pack === pack ? withChoices(entry, { schedule, isAutomatic, channel }, now()) : entry,
        ),
      );
      return null;
    },
    async 'page.setToken'({ pack, token }) {
      await changeSubscriptions((known) => known.map((entry) => (entry.pack === pack ? { ...entry, token } : entry)));
      return null;
    },
    'page.checkPack': ({ pack }) => updates.check(pack),
    'page.restoreLost': ({ pack }) => updates.check(pack),
    async 'page.forgetLost'({ pack }) {
      await unsubscribe(pack);
      await mirrorRemoved(area, pack);
      return null;
    },
    'page.requestLog': () => readRequestLog(area),
  };
}

type Choices = Pick<Subscription, 'schedule' | 'isAutomatic' | 'channel'>;

/** Another channel has its own address and its own versions; what was seen of this one does not count there. */
function withChoices(entry: Subscription, { schedule, isAutomatic, channel }: Choices, now: number): Subscription {
  const moved = channel === entry.channel ? undefined : entry.channels[channel];
  const there = moved === undefined ? {} : { channel, url: moved, highestVersion: 0, highestSha256: null, etag: null };
  return { ...entry, ...there, schedule, isAutomatic, nextCheckAt: nextCheck(schedule, 0, null, now, 0) };
}
