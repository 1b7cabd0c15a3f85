import { sha256 } from '@noble/hashes/sha2.js';
import { judgeAnswer } from '../core/updates/judge-answer.ts';
import type { UpdateFailure } from '../core/updates/update-failure.ts';
import { err, ok, type Result } from '../core/model/result.ts';

/** The part of `fetch` that is used here. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

export type FetchLimits = {
  readonly maxBytes: number;
  /** Longest wait for the next bytes, in milliseconds: a server that drips holds nobody up for ever. */
  readonly idleMs: number;
  readonly totalMs: number;
};

export type FetchRequest = FetchLimits & {
  readonly address: string;
  /** What was there last time: the server may answer that nothing has changed. */
  readonly etag?: string | null;
  /** A bearer token for a private address. */
  readonly token?: string | null;
  readonly signal?: AbortSignal | undefined;
  /** Hears how many bytes have come so far, and of how many the server speaks (0 if it does not). */
  readonly onBytes?: ((read: number, size: number) => void) | undefined;
};

export type Fetched =
  | { readonly isUnchanged: true }
  | {
      readonly isUnchanged: false;
      readonly body: Blob;
      /** Hexadecimal digits. */
      readonly sha256: string;
      readonly etag: string | null;
    };

/**
 * Fetches a file without saying who asks: no cookies, no referrer, no cache, no redirects. Never rejects. The bytes are counted as they come, whatever the server's headers promise.
 */
export async function fetchLimited(
  fetch: Fetch,
  { address, etag = null, token = null, maxBytes, idleMs, totalMs, signal, onBytes }: FetchRequest,
  now: () => number,
): Promise<Result<Fetched, UpdateFailure>> {
  const abort = new AbortController();
  const stop = (): void => abort.abort(new DOMException('', 'TimeoutError'));
  const total = setTimeout(stop, totalMs);
  let idle = setTimeout(stop, idleMs);
  const stayAwake = (): void => {
    clearTimeout(idle);
    idle = setTimeout(stop, idleMs);
  };
  const headers: Record<string, string> = {
    ...(etag === null ? {} : { 'If-None-Match': etag }),
    ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
  };
  try {
    signal?.throwIfAborted();
    const response = await fetch(address, {
      headers,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'manual',
      signal: signal === undefined ? abort.signal : AbortSignal.any([abort.signal, signal]),
    });
    if (response.status === 304 && etag !== null) return ok({ isUnchanged: true });
    const refused = judgeAnswer(headOf(response), now());
    if (refused !== null) {
      // Not waited for: a server must not hold anybody up by how it takes this.
      void response.body?.cancel().catch(() => {});
      return err(refused);
    }
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    const hash = sha256.create();
    let bytes = 0;
    for await (const chunk of readChunks(response)) {
      stayAwake();
      bytes += chunk.byteLength;
      // Leaving the loop lets go of the rest.
      if (bytes > maxBytes) return err({ code: 'too-large', detail: `> ${maxBytes}` });
      hash.update(chunk);
      chunks.push(chunk);
      onBytes?.(bytes, sizeOf(response));
    }
    if (bytes === 0) return err({ code: 'empty', detail: '' });
    return ok({
      isUnchanged: false,
      body: new Blob(chunks),
      sha256: hash.digest().toHex(),
      etag: response.headers.get('etag'),
    });
  } catch (error) {
    if (signal?.aborted === true) return err({ code: 'cancelled', detail: '' });
    if (abort.signal.aborted) return err({ code: 'timed-out', detail: '' });
    return err({ code: 'offline', detail: error instanceof Error ? error.message.slice(0, 200) : '' });
  } finally {
    clearTimeout(total);
    clearTimeout(idle);
    abort.abort();
  }
}

const headOf = (response: Response): Parameters<typeof judgeAnswer>[0] => ({
  status: response.status,
  isRedirect: response.type === 'opaqueredirect',
  contentType: response.headers.get('content-type') ?? '',
  retryAfter: response.headers.get('retry-after') ?? '',
});

const sizeOf = ({ headers }: Response): number => {
  const size = Number(headers.get('content-length') ?? 0);
  // What is packed on the way is more than the header says.
  return Number.isSafeInteger(size) && headers.get('content-encoding') === null ? size : 0;
};

/** The body chunk by chunk. Leaving early cancels it. */
async function* readChunks({ body }: Response): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (body === null) return;
  const reader = body.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield new Uint8Array(read.value);
  } finally {
    void reader.cancel().catch(() => {});
  }
}
