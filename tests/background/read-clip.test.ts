import { describe, expect, test } from 'vitest';
import { readClip } from '../../src/background/read-clip.ts';
import type { ScriptingApi, TabsApi } from '../../src/background/tabs.ts';
import { makeClip } from '../core/capture/make-clip.ts';

const tabs = { get: () => Promise.resolve({ url: 'https://example.org/page', title: 'Tab' }) } as unknown as TabsApi;
function answering(answer: unknown) {
  const asked: unknown[] = [];
  const scripting = {
    executeScript(injection: unknown) {
      asked.push(injection);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  } as unknown as ScriptingApi;
  return { ports: { tabs, scripting }, asked };
}
const MENU = { text: 'menu words', frame: 3 };

test('the frame of the menu is read, or all of them after a key', async () => {
  const { ports, asked } = answering([{ result: null }, { result: makeClip() }]);
  expect(await readClip(ports, 7, MENU)).toEqual(makeClip());
  expect(await readClip(ports, 7, null)).toEqual(makeClip());
  expect(asked).toEqual([
    { target: { tabId: 7, frameIds: [3] }, files: ['/clipping.js'] },
    { target: { tabId: 7, allFrames: true }, files: ['/clipping.js'] },
  ]);
});

test('a frame without an address of its own has that of its tab', async () => {
  const { ports } = answering([{ result: makeClip({ url: 'about:srcdoc', title: '' }) }]);
  expect(await readClip(ports, 7, null)).toMatchObject({ url: 'https://example.org/page', title: 'Tab' });
});

describe('what no frame should say counts for nothing', () => {
  test.each<[string, unknown]>([
    ['no script may run', new Error('cannot be scripted')],
    ['a clip beyond its caps', [{ result: makeClip({ title: 'x'.repeat(2000) }) }]],
    ['a clip with more in it', [{ result: { ...makeClip(), more: 1 } }]],
    ['no clip', [{ result: 'text' }, {}, { error: 'x' }]],
    ['no list', null],
  ])('%s', async (_title, answer) => {
    const { ports } = answering(answer);
    expect(await readClip(ports, 7, MENU)).toMatchObject({ selection: 'menu words', url: 'https://example.org/page' });
    expect(await readClip(ports, 7, null)).toBeNull();
  });
});
