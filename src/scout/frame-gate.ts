/** A smaller frame is an advertisement or a counter, and shows no sentence. */
const MIN_WIDTH_PX = 100;
const MIN_HEIGHT_PX = 40;

/**
 * Calls `start` once the reader can see the frame: a page rendered ahead of time is left alone until he comes, a frame inside a
 * page until it is on the screen and large enough for words. Most pages with two hundred frames show two.
 */
export function whenVisible(start: () => void, signal: AbortSignal): void {
  if ((document as { prerendering?: boolean }).prerendering === true)
    document.addEventListener('prerenderingchange', () => whenOnScreen(start, signal), { once: true, signal });
  else whenOnScreen(start, signal);
}

function whenOnScreen(start: () => void, signal: AbortSignal): void {
  const root = document.documentElement as Element | null;
  if (window.top === window || root === null) return start();
  // Without a root of its own the observer looks through all frames around this one, those of other sites too.
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting) || !isLargeEnough()) return;
    stop();
    start();
  });
  // A frame that grows is looked at again.
  const again = (): void => {
    observer.unobserve(root);
    observer.observe(root);
  };
  const stop = (): void => {
    observer.disconnect();
    window.removeEventListener('resize', again);
  };
  observer.observe(root);
  window.addEventListener('resize', again, { signal });
  signal.addEventListener('abort', stop);
}

const isLargeEnough = (): boolean => window.innerWidth >= MIN_WIDTH_PX && window.innerHeight >= MIN_HEIGHT_PX;
