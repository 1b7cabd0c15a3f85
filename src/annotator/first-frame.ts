/** Longest wait: a document whose frames are held back for longer is read all the same. */
const PATIENCE_MS = 1000;

/**
 * Resolves once the document has been drawn, at once if it is hidden. Before its first frame nothing may be measured: in
 * Chromium that lays the page out early, and its own `contentvisibilityautostatechange` is then fired once more.
 */
export function whenDrawn(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    const patience = setTimeout(resolve, PATIENCE_MS);
    afterFrame(() => {
      clearTimeout(patience);
      resolve();
    });
  });
}

/**
 * Runs something once the next frame has been drawn, and gives what takes that back. The callbacks of a frame come before its
 * styles and layout: to measure there does the page's work in our name (108 ms of a page of 10 MB that was still arriving).
 */
export function afterFrame(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(run);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
