/** What is measured in the page. */
export type SearchTimes = {
  /** Milliseconds from a key to the first list painted after it, and to the whole one. */
  readonly first: number[];
  readonly whole: number[];
};

type World = { searchTimes: SearchTimes };

/** Run in the manager's page: takes the times of every key from now on. */
export function watchSearch(): void {
  const times: SearchTimes = { first: [], whole: [] };
  (globalThis as unknown as World).searchTimes = times;
  let pressedAt = 0;
  let before = '';
  let isFirstDue = false;
  let isWholeDue = false;
  const found = document.querySelector('.library-found');
  if (found === null) throw new Error('this is not the library');
  const afterPaint = (then: (at: number) => void): void =>
    void requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => then(performance.now()));
      port1.start();
      port2.postMessage(null);
    });
  const look = (): void => {
    const answer = found.getAttribute('data-answer') ?? '';
    if (answer === before) return;
    const since = pressedAt;
    if (isFirstDue) afterPaint((at) => times.first.push(at - since));
    isFirstDue = false;
    if (isWholeDue && found.getAttribute('aria-busy') === 'false') {
      isWholeDue = false;
      afterPaint((at) => times.whole.push(at - since));
    }
  };
  new MutationObserver(look).observe(found, { attributes: true });
  addEventListener(
    'beforeinput',
    (event) => {
      pressedAt = event.timeStamp;
      before = found.getAttribute('data-answer') ?? '';
      isFirstDue = true;
      isWholeDue = true;
    },
    { capture: true },
  );
}

/** How many keys have had their whole list. */
export const countWhole = (): number => (globalThis as unknown as World).searchTimes.whole.length;

export const takeTimes = (): SearchTimes => (globalThis as unknown as World).searchTimes;

/** Scrolls the list by so many CSS pixels a frame, and gives the time of each frame. */
export async function scrollThrough(step: number): Promise<number[]> {
  const frames = 240;
  const grid = document.querySelector('.library-grid');
  const times: number[] = [];
  let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
  for (let frame = 0; frame < frames; frame++) {
    grid?.scrollBy(0, step);
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    times.push(now - last);
    last = now;
  }
  return times;
}

/** Milliseconds since the page was begun, once a list of at least so many names is there, whole and up to date. */
export async function whenListed(atLeast: number): Promise<number> {
  for (;;) {
    const count = Number(document.querySelector('.library-grid')?.getAttribute('aria-rowcount') ?? 0);
    const isDone = document.querySelector('.library-building, .library-blank') === null;
    if (count >= atLeast && isDone && document.querySelector('.library-row a') !== null) return performance.now();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Bytes of the full text as it is cached. */
export async function readIndexSize(): Promise<number> {
  const opened = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('sidelight-library');
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error('no cache')));
  });
  const bytes = await new Promise<number>((resolve) => {
    let sum = 0;
    const walk = opened.transaction('texts').objectStore('texts').openCursor();
    walk.addEventListener('success', () => {
      if (walk.result === null) return resolve(sum);
      sum += (walk.result.value as ArrayBuffer).byteLength;
      walk.result.continue();
    });
  });
  opened.close();
  return bytes;
}
