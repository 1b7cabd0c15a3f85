/** Longest stretch of work between two looks at what has been asked meanwhile. */
const SLICE_MS = 12;

/** Lets messages that wait be heard. A timer would wait four milliseconds each time. */
function nextTurn(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    resolve();
  };
  port2.postMessage(null);
  return promise;
}

/** Called between pieces of long work: waits a turn whenever a slice is over. */
export function createSlices(now: () => number = () => performance.now()): () => Promise<void> {
  let begun = now();
  return async () => {
    if (now() - begun < SLICE_MS) return;
    await nextTurn();
    begun = now();
  };
}
