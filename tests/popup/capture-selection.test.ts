import { expect, test } from 'vitest';
import { err, ok } from '../../src/core/model/result.ts';
import type { CaptureResults } from '../../src/messaging/capture-contract.ts';
import type { Send } from '../../src/messaging/send.ts';
import { captureSelection, type CaptureSelectionPorts } from '../../src/popup/capture-selection.ts';

function makePorts(openPanel: () => Promise<boolean>, begun: CaptureResults['page.capture'], window?: number) {
  const log: unknown[] = [];
  const ports: CaptureSelectionPorts = {
    send: ((type: string, params: unknown) => {
      log.push([type, params]);
      return Promise.resolve(ok(begun));
    }) as Send,
    tab: 7,
    window,
    openPanel: () => {
      log.push('open');
      return openPanel();
    },
    openTab: async (address) => void log.push(['tab', address]),
  };
  return { ports, log };
}

test('the panel is opened first, while the click still counts, and says what came of it', async () => {
  const { ports, log } = makePorts(() => Promise.resolve(true), err('nothing-selected'), 1);
  expect(await captureSelection(ports, 'fact')).toBeNull();
  expect(log).toEqual(['open', ['page.capture', { tab: 7, intent: 'fact', window: 1 }]]);
});

test.each([
  ['refuses', () => Promise.reject(new Error('no gesture'))],
  ['has no panel', () => Promise.resolve(false)],
])('where the browser %s, the form opens in a tab', async (_title, openPanel) => {
  const { ports, log } = makePorts(openPanel, ok('capture-1'), 1);
  expect(await captureSelection(ports, 'follow')).toBeNull();
  expect(log.slice(1)).toEqual([
    ['page.capture', { tab: 7, intent: 'follow' }],
    ['tab', '/manager.html#/capture/capture-1'],
  ]);
});

test('without a panel, why nothing could be captured is for the popup to say', async () => {
  const { ports, log } = makePorts(() => Promise.resolve(false), err('inbox-full'));
  expect(await captureSelection(ports, 'fact')).toBe('inbox-full');
  expect(log).toHaveLength(2);
});
