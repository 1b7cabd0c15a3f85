import { err, ok, type Result } from '../core/model/result.ts';
import type { PackOrigin } from '../core/packs/pack-origin.ts';
import { judgeManifest, type Judgement } from '../core/updates/judge-manifest.ts';
import { isDue, nextCheck } from '../core/updates/next-check.ts';
import type { PublisherPreview, SubscribeRequest } from '../core/updates/publisher-preview.ts';
import type { Subscription } from '../core/updates/subscription.ts';
import type { UpdateFailure } from '../core/updates/update-failure.ts';
import { fingerprintOf } from '../signing/ed25519.ts';
import type { PackRow } from '../storage/database.ts';
import { fetchManifest, type FetchedManifest } from './fetch-manifest.ts';
import type { ImportService } from './import-service.ts';
import { installUpdate } from './install-update.ts';
import type { LoggedFetch } from './logged-fetch.ts';
import { parseAddress } from './parse-address.ts';

/** Keeps packs up to date from the addresses their users subscribed to. */
export type UpdateService = {
  /** Looks at an address without keeping anything: what pack is there, and whose. */
  preview(url: string, token: string | null): Promise<Result<PublisherPreview, UpdateFailure>>;
  /** Subscribes to what a preview showed, and installs it. */
  subscribe(request: SubscribeRequest): Promise<Result<null, UpdateFailure>>;
  /** Asks for one pack now. What goes wrong is kept with the subscription. */
  check(pack: string): Promise<Result<null, UpdateFailure>>;
  /** Asks for every pack that is due. */
  checkDue(): Promise<void>;
};

export type UpdatePorts = {
  readonly fetch: LoggedFetch;
  readonly imports: Pick<ImportService, 'importFetched' | 'track'>;
  readonly findPack: (id: string) => Promise<PackRow | null>;
  readonly readSubscriptions: () => Promise<readonly Subscription[]>;
  /** Changes the subscriptions as they are when its turn comes, and sets the alarm anew. */
  readonly changeSubscriptions: (change: (known: readonly Subscription[]) => readonly Subscription[]) => Promise<void>;
  readonly now: () => number;
  /** A number from 0 to 1. */
  readonly random: () => number;
};

export function createUpdateService(ports: UpdatePorts): UpdateService {
  const { fetch, findPack, readSubscriptions, changeSubscriptions, now, random } = ports;

  const save = (pack: string, fields: Partial<Subscription>): Promise<void> =>
    changeSubscriptions((known) => known.map((entry) => (entry.pack === pack ? { ...entry, ...fields } : entry)));

  /** What a sound manifest tells, kept whether or not its pack can be fetched: nothing older is taken for new again. */
  const learn = (subscription: Subscription, { manifest, keys, threshold }: Judgement): Partial<Subscription> => ({
    keys: [...keys],
    threshold,
    title: manifest.title,
    highestVersion: manifest.version,
    highestSha256: manifest.file.sha256,
    expiresAt: manifest.expires === undefined ? null : Date.parse(manifest.expires),
    channels: Object.fromEntries(
      Object.entries(manifest.channels).flatMap(([channel, path]) => {
        const address = parseAddress(path, subscription.url);
        return address === null ? [] : [[channel, address.href]];
      }),
    ),
  });

  const update = async (subscription: Subscription): Promise<Result<Partial<Subscription>, UpdateFailure>> => {
    const row = await findPack(subscription.pack);
    const isOurs = row !== null && (await comesFrom(row.active.origin, subscription));
    const settled = row === null ? 0 : Math.max(isOurs ? row.active.header.version : 0, settledSince(row));
    // What is missing here must be fetched even if nothing has changed there.
    const etag = settled >= subscription.highestVersion ? subscription.etag : null;
    const fetched = await fetchManifest(fetch, { ...subscription, etag });
    if (!fetched.ok) return fetched;
    if (fetched.value === null) return ok({});
    const judged = judgeManifest(fetched.value.manifest, fetched.value, subscription);
    if (!judged.ok) return judged;
    const learnt = learn(subscription, judged.value);
    await save(subscription.pack, learnt);
    const { manifest } = judged.value;
    if (manifest.version <= settled) return ok({ etag: fetched.value.etag });
    const [signer] = fetched.value.signers;
    const installed = await installUpdate(fetch, ports.imports, {
      ...{ subscription, manifest, base: isOurs ? row : null },
      // A pack without a signature, or one whose last update was taken back, waits for its user.
      isApplied: row === null || (subscription.isAutomatic && signer !== undefined && row.declined === 0),
      signer: signer === undefined ? null : await fingerprintOf(signer),
    });
    return installed.ok ? ok({ etag: fetched.value.etag, updatedAt: now() }) : installed;
  };

  const checkOne = async (subscription: Subscription): Promise<Result<null, UpdateFailure>> => {
    const result = await update(subscription);
    const failures = result.ok ? 0 : subscription.failures + 1;
    const failure = result.ok ? null : result.error;
    const at = now();
    await save(subscription.pack, {
      ...(result.ok ? result.value : {}),
      ...{ checkedAt: at, failures },
      failure: failure && { code: failure.code, detail: failure.detail.slice(0, 500), at },
      nextCheckAt: nextCheck(subscription.schedule, failures, failure, at, random()),
    });
    return failure === null ? ok(null) : err(failure);
  };

  // One after another: an alarm and a click must not fetch the same pack twice.
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work);
    queue = done.catch(() => {});
    return done;
  };
  const find = async (pack: string): Promise<Subscription | null> =>
    (await readSubscriptions()).find((subscription) => subscription.pack === pack) ?? null;

  return {
    async preview(url, token) {
      const fetched = await fetchManifest(fetch, { pack: '', url, token, keys: [], etag: null });
      if (!fetched.ok) return fetched;
      return fetched.value === null
        ? err({ code: 'unexpected-status', detail: '304' })
        : ok(
            await describe(
              url,
              fetched.value,
              await findPack(fetched.value.manifest.pack),
              await find(fetched.value.manifest.pack),
            ),
          );
    },
    subscribe: (request) =>
      inTurn(async () => {
        const earlier = await find(request.pack);
        const fresh = newSubscription(request, earlier);
        await changeSubscriptions((known) => [...known.filter(({ pack }) => pack !== request.pack), fresh]);
        const checked = await checkOne(fresh);
        // Without a pack, there is nothing to be subscribed to.
        if (!checked.ok && earlier === null && (await findPack(request.pack)) === null)
          await changeSubscriptions((known) => known.filter(({ pack }) => pack !== request.pack));
        return checked;
      }),
    check: (pack) =>
      inTurn(async () => {
        const subscription = await find(pack);
        return subscription === null ? err({ code: 'not-found', detail: '' }) : checkOne(subscription);
      }),
    checkDue: () =>
      inTurn(async () => {
        for (const { pack } of await readSubscriptions()) {
          const subscription = await find(pack);
          if (subscription !== null && isDue(subscription, now())) await checkOne(subscription);
        }
      }),
  };
}

/** What was fetched or declined after the version in use. */
const settledSince = ({ pending, declined }: PackRow): number => Math.max(pending?.header.version ?? 0, declined);

/** Whether what is in use came from this subscription. What a file brought, another may have written under its name. */
async function comesFrom({ kind, url, signer }: PackOrigin, subscription: Subscription): Promise<boolean> {
  if (kind !== 'subscription') return false;
  if (url === subscription.url && (signer !== null || subscription.keys.length === 0)) return true;
  return signer !== null && (await Promise.all(subscription.keys.map(fingerprintOf))).includes(signer);
}

async function describe(
  url: string,
  { manifest, signers, isSigned }: FetchedManifest,
  row: PackRow | null,
  subscription: Subscription | null,
): Promise<PublisherPreview> {
  const keys = manifest.keys.length > 0 ? [...new Set(manifest.keys)] : [...signers];
  return {
    url,
    pack: manifest.pack,
    title: manifest.title,
    publisher: manifest.publisher ?? '',
    license: manifest.license ?? '',
    counts: manifest.counts ?? null,
    version: manifest.version,
    channel: manifest.channel,
    bytes: manifest.file.bytes,
    issued: manifest.issued,
    notes: manifest.notes ?? '',
    keys: isSigned ? await Promise.all(keys.map(async (key) => ({ key, fingerprint: await fingerprintOf(key) }))) : [],
    threshold: manifest.threshold,
    installedVersion: row?.active.header.version ?? null,
    hasOtherKeys:
      subscription !== null &&
      subscription.keys.length > 0 &&
      !(isSigned && signers.some((key) => subscription.keys.includes(key))),
  };
}

const newSubscription = (request: SubscribeRequest, earlier: Subscription | null): Subscription => {
  const { pack, title, url, channel, token, schedule, isAutomatic, keys, threshold } = request;
  // The same publisher, perhaps from elsewhere: what was seen before counts. A new one starts afresh, as the user was told.
  const isSame = earlier !== null && earlier.keys.some((key) => keys.includes(key)) && earlier.channel === channel;
  return {
    ...{ pack, title, url, channel, token, schedule, isAutomatic, keys, threshold },
    highestVersion: isSame ? earlier.highestVersion : 0,
    highestSha256: isSame ? earlier.highestSha256 : null,
    ...{ channels: {}, etag: null, checkedAt: null, updatedAt: null, nextCheckAt: null, expiresAt: null },
    ...{ failures: 0, failure: null },
  };
};
