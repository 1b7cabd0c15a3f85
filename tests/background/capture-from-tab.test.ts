import { expect, test } from 'vitest';
import { captureFromTab, type CaptureActPorts } from '../../src/background/capture-from-tab.ts';
import { err, ok } from '../../src/core/model/result.ts';
import type { CaptureService } from '../../src/background/capture-service.ts';

type Answer = Awaited<ReturnType<CaptureService['begin']>>;

function makePorts(open: () => Promise<boolean>, answer: Answer) {
  const log: unknown[] = [];
  const ports: CaptureActPorts = {
    captures: {
      begin: (tab, intent, menu) => {
        log.push(['begin', tab, intent, menu]);
        return Promise.resolve(answer);
      },
    } as CaptureService,
    panels: { show: async (window, shown) => void log.push(['show', window, shown]) } as CaptureActPorts['panels'],
    openPanel: (window) => {
      log.push(['open', window]);
      return open();
    },
    openTab: async (address) => void log.push(['tab', address]),
  };
  return { ports, log };
}
const MENU = { text: 'words', frame: 3 };

test('the panel is opened before anything else, while the click still counts, and shows the form', async () => {
  const { ports, log } = makePorts(() => Promise.resolve(true), ok('capture-1'));
  await captureFromTab(ports, { id: 7, windowId: 1 }, 'fact', MENU);
  expect(log).toEqual([
    ['open', 1],
    ['begin', 7, 'fact', MENU],
    ['show', 1, { capture: 'capture-1', failure: null }],
  ]);
});

test('why nothing could be captured is said in the panel', async () => {
  const { ports, log } = makePorts(() => Promise.resolve(true), err('nothing-selected'));
  await captureFromTab(ports, { id: 7, windowId: 1 }, 'fact', null);
  expect(log.at(-1)).toEqual(['show', 1, { capture: null, failure: 'nothing-selected' }]);
});

test.each([
  ['refuses', () => Promise.reject(new Error('no gesture'))],
  ['has no panel', () => Promise.resolve(false)],
])('where the browser %s, the form opens in a tab', async (_title, open) => {
  const { ports, log } = makePorts(open, ok('capture-1'));
  await captureFromTab(ports, { id: 7, windowId: 1 }, 'follow', MENU);
  expect(log.at(-1)).toEqual(['tab', '/manager.html#/capture/capture-1']);
});

test('without a tab nothing happens', async () => {
  const { ports, log } = makePorts(() => Promise.resolve(true), ok('capture-1'));
  await captureFromTab(ports, {}, 'fact', null);
  expect(log).toEqual([]);
});
