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
    requestAnimationFrame(() => {
      // The callbacks of a frame run before it is drawn; the next task runs after.
      setTimeout(() => {
        clearTimeout(patience);
        resolve();
      });
    });
  });
}
