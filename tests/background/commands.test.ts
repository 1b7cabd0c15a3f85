import { expect, test, vi } from 'vitest';
import { isCommand, runCommand, type CommandPorts } from '../../src/background/commands.ts';
import { ok } from '../../src/core/model/result.ts';
import type { Send } from '../../src/messaging/send.ts';

/** A tab with frames of which only `finder` has a mark to go to. */
function makePorts(frames: readonly number[], finder: number | null) {
  const asked: [number, string, unknown][] = [];
  const ports: CommandPorts = {
    toggle: vi.fn(() => Promise.resolve()),
    openBrief: vi.fn(() => Promise.resolve()),
    capture: vi.fn(() => Promise.resolve()),
    frontTab: () => Promise.resolve(7),
    frames: () => Promise.resolve(frames),
    sendToFrame: (_tab, frame) =>
      ((type: string, params: unknown) => {
        asked.push([frame, type, params]);
        return Promise.resolve(ok({ found: frame === finder, wasHere: false }));
      }) as unknown as Send,
  };
  return { ports, asked };
}

test.each([
  ['next-mention', 'tab.step', { direction: 'next', start: 'last' }],
  ['previous-mention', 'tab.step', { direction: 'previous', start: 'last' }],
  ['open-card', 'tab.openCard', { isFocused: true }],
] as const)('%s', async (command, type, params) => {
  const { ports, asked } = makePorts([0], 0);
  await runCommand(command, ports);
  expect(asked).toEqual([[0, type, params]]);
});

test('the frame with the keyboard is asked for a card before the others', async () => {
  const { ports, asked } = makePorts([0, 3], null);
  await runCommand('open-card', ports);
  expect(asked.map(([frame, , params]) => [frame, params])).toEqual([
    [0, { isFocused: true }],
    [3, { isFocused: true }],
    [0, { isFocused: false }],
    [3, { isFocused: false }],
  ]);
});

test('toggle and brief ask no page', async () => {
  const { ports, asked } = makePorts([0], 0);
  await runCommand('toggle', ports);
  await runCommand('open-brief', ports);
  expect(ports.toggle).toHaveBeenCalledOnce();
  expect(ports.openBrief).toHaveBeenCalledOnce();
  expect(asked).toEqual([]);
});

test('without a tab in front nothing is asked', async () => {
  const { ports, asked } = makePorts([0], 0);
  await runCommand('open-card', { ...ports, frontTab: () => Promise.resolve(null) });
  expect(asked).toEqual([]);
});

test('a command of another version is none of ours', () => {
  expect([isCommand('toggle'), isCommand('explode')]).toEqual([true, false]);
});
