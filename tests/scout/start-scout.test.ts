import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startScout } from '../../src/scout/start-scout.ts';
import { takePageReader } from '../../src/messaging/page-reader.ts';

type Listener = (message: unknown, sender: { id: string }, respond: () => void) => void;

let listeners: Listener[] = [];
/** As the background does when settings have changed. */
const tellScout = (message: object): void => {
  for (const listener of listeners) listener(message, { id: 'test' }, () => {});
};

/** A document and an extension as far as the start needs them: who asks storage has begun to work. */
function stubPage(prerendering: boolean) {
  const page = Object.assign(new EventTarget(), { prerendering });
  const read = vi.fn<() => Promise<Record<string, unknown>>>(() => Promise.resolve({}));
  vi.stubGlobal('document', page);
  const view = new EventTarget();
  // The top frame, which is always on the screen.
  vi.stubGlobal('window', Object.assign(view, { top: view }));
  vi.stubGlobal('chrome', {
    runtime: {
      id: 'test',
      onMessage: { addListener: (listener: Listener) => listeners.push(listener) },
      sendMessage: () => Promise.resolve(),
    },
    storage: { local: { get: read } },
  });
  return { page, read };
}

beforeEach(() => {
  listeners = [];
  vi.unstubAllGlobals();
});
afterEach(() => {
  takePageReader()?.retire();
  vi.unstubAllGlobals();
});

test('M11: a page that is rendered ahead of time is left alone until the reader comes, and then served once', () => {
  const { page, read } = stubPage(true);
  startScout();
  expect(read).not.toHaveBeenCalled();
  page.prerendering = false;
  page.dispatchEvent(new Event('prerenderingchange'));
  page.dispatchEvent(new Event('prerenderingchange'));
  expect(read).toHaveBeenCalledTimes(1);
});

test('a page that is shown is served at once', () => {
  const { read } = stubPage(false);
  startScout();
  expect(read).toHaveBeenCalledTimes(1);
});

test('an annotator hears once that its site was switched off', async () => {
  const { read } = stubPage(false);
  startScout();
  const off = vi.fn();
  takePageReader()?.whenOff(off);
  read.mockResolvedValue({ settings: { enabled: false }, aliasIndex: 'remote' });
  tellScout({ type: 'tab.refresh' });
  await vi.waitFor(() => expect(off).toHaveBeenCalledOnce());
  tellScout({ type: 'tab.refresh' });
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(3));
  expect(off).toHaveBeenCalledOnce();
});

test('S21: a second scout in the same world retires the first', () => {
  stubPage(false);
  startScout();
  const first = takePageReader();
  startScout();
  expect(first?.retired.aborted).toBe(true);
  expect(takePageReader()).not.toBe(first);
});
