import { LIMITS } from '../core/model/limits.ts';
import { err, ok, type Result } from '../core/model/result.ts';
import { judgeTypedAddress } from '../core/updates/pack-address.ts';
import type { UpdateFailure } from '../core/updates/update-failure.ts';
import type { Database } from '../storage/database.ts';
import { putUpload } from '../storage/upload-store.ts';
import type { RunningJob } from './job-list.ts';
import type { LoggedFetch } from './logged-fetch.ts';
import { parseAddress } from './parse-address.ts';

const PACK_LIMITS = { maxBytes: LIMITS.downloadBytes, idleMs: 30_000, totalMs: 20 * 60_000 };

/** Fetches a file once and puts it aside for import; gives its ticket. `now` is milliseconds since the epoch. */
export async function fetchUpload(
  fetch: LoggedFetch,
  database: Database,
  url: string,
  now: number,
  job: RunningJob,
): Promise<Result<number, UpdateFailure>> {
  const address = parseAddress(url);
  const allowed = judgeTypedAddress(address);
  if (!allowed.ok) return allowed;
  job.begin(url, 0, 'fetching');
  const fetched = await fetch('', { address: url, ...PACK_LIMITS, signal: job.signal, onBytes: job.fetched });
  if (!fetched.ok) return fetched;
  if (fetched.value.isUnchanged) return err({ code: 'unexpected-status', detail: '304' });
  const name = new URL(url).pathname.split('/').at(-1) ?? '';
  return ok(
    await putUpload(database, {
      name: name === '' ? url : name,
      file: fetched.value.body,
      storedAt: now,
      address: url,
    }),
  );
}
