/** How often an annotator looks whether the extension that put it here still exists. Nothing tells it. */
const LOOK_INTERVAL_MS = 2000;

/**
 * Calls `onOrphaned` once the extension has been updated, switched off or removed under this page: Chromium lets the script
 * run on without it. Looked at only while the page is on the screen, and at once when it comes back.
 */
export function watchOrphan(isAlive: () => boolean, onOrphaned: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const look = (): void => {
    if (isAlive()) return;
    clearInterval(timer);
    onOrphaned();
  };
  const follow = (): void => {
    clearInterval(timer);
    if (document.visibilityState === 'hidden') return;
    timer = setInterval(look, LOOK_INTERVAL_MS);
    look();
  };
  document.addEventListener('visibilitychange', follow, { signal });
  signal.addEventListener('abort', () => clearInterval(timer));
  follow();
}
