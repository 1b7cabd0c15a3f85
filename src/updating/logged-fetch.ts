import type { Result } from '../core/model/result.ts';
import type { RequestEntry } from '../core/updates/request-entry.ts';
import type { UpdateFailure } from '../core/updates/update-failure.ts';
import { fetchLimited, type Fetch, type Fetched, type FetchRequest } from './fetch-limited.ts';

/** Fetches for a pack, and puts it down in the log that the user can read. */
export type LoggedFetch = (pack: string, request: FetchRequest) => Promise<Result<Fetched, UpdateFailure>>;

export const createLoggedFetch =
  (fetch: Fetch, now: () => number, log: (entry: RequestEntry) => Promise<void>): LoggedFetch =>
  async (pack, request) => {
    const at = now();
    const fetched = await fetchLimited(fetch, request, now);
    const address = new URL(request.address);
    address.search = '';
    address.hash = '';
    await log({
      at,
      pack,
      address: address.href,
      outcome: fetched.ok ? (fetched.value.isUnchanged ? 'unchanged' : 'fetched') : fetched.error.code,
      bytes: fetched.ok && !fetched.value.isUnchanged ? fetched.value.body.size : 0,
      durationMs: Math.max(0, now() - at),
    });
    return fetched;
  };
