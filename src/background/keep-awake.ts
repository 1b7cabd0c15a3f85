/**
 * Both browsers put an idle background to sleep after 30 s (Firefox lets users set less); any call of an extension API
 * counts as work. A busy machine calls late, so the interval is a small part of that time.
 */
const CALL_INTERVAL_MS = 1000;

/** Runs work that may take minutes without the background being put to sleep in the middle of it. */
export async function keepAwake<T>(callApi: () => Promise<unknown>, work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void callApi().catch(() => {}), CALL_INTERVAL_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
