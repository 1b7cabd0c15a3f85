import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../drive.ts';
import { markedIn, until } from '../reader.ts';
import { useStage } from '../stage.ts';
import { recordLeak } from './leak-table.ts';

/** Ways to keep a name from readers, with a name of its own each, by which the registry tells the ways apart. */
const HIDINGS: readonly {
  readonly way: string;
  readonly name: string;
  readonly open: string;
  readonly close?: string;
}[] = [
  { way: 'display: none', name: 'Huawei', open: '<p style="display:none">' },
  { way: 'visibility: hidden', name: 'Baidu', open: '<p style="visibility:hidden">' },
  { way: 'opacity: 0', name: 'Alibaba', open: '<p style="opacity:0">' },
  { way: 'opacity: 0 around it', name: 'Tencent', open: '<div style="opacity:0"><p>', close: '</p></div>' },
  { way: 'hidden attribute', name: 'SenseTime', open: '<p hidden>' },
  {
    way: 'content-visibility: hidden',
    name: 'Megvii',
    open: '<div style="content-visibility:hidden"><p>',
    close: '</p></div>',
  },
  { way: 'details closed', name: 'iFlytek', open: '<details><summary>More</summary><p>', close: '</p></details>' },
  { way: 'font of 1 px', name: 'ByteDance', open: '<p style="font-size:1px">' },
  { way: 'off screen', name: 'DeepSeek', open: '<p style="position:absolute;left:-9999px">' },
  { way: 'clipped', name: 'Nvidia', open: '<p style="position:absolute;clip-path:inset(50%)">' },
  { way: 'box of 1 px', name: 'Hikvision', open: '<p style="position:absolute;width:1px;height:1px;overflow:hidden">' },
  { way: 'transparent', name: 'Xiaomi', open: '<p style="color:transparent">' },
  { way: 'colour of the ground', name: 'Google', open: '<p style="color:#fff;background:#fff">' },
  { way: 'scaled to nothing', name: 'Microsoft', open: '<p style="transform:scale(0)">' },
];

describe.each(BROWSERS)('a page that hides names in %s', (name) => {
  const page = (hide: boolean): string =>
    `<!doctype html><meta charset="utf-8"><title>Hidden</title><body style="background:#fff">${HIDINGS.map(
      ({ name: followed, open, close = '</p>' }) =>
        `${hide ? open : '<p>'}Yesterday the firm ${followed} said more.${hide ? close : '</p>'}`,
    ).join('\n')}<p>At the end stands Cambricon.</p>`;
  const stage = useStage(name, { '/hidden': () => page(true), '/shown': () => page(false) });

  test('T3: has no name marked that readers cannot see', async () => {
    const shown = await stage.open('/shown');
    const marks = await until(
      () => markedIn(shown),
      (found) => HIDINGS.every((hiding) => found.includes(hiding.name)),
      'all names marked where they can be seen',
    );
    expect(marks).toHaveLength(HIDINGS.length + 1);
    await shown.close();

    const hidden = await stage.open('/hidden');
    await until(
      () => markedIn(hidden),
      (found) => found.includes('Cambricon'),
      'the name that can be seen',
    );
    await sleep(1500);
    const found = await markedIn(hidden);
    const leaks = HIDINGS.filter((hiding) => found.includes(hiding.name)).map(({ way }) => way);
    recordLeak('hidden', name, leaks.length);
    expect(leaks).toEqual([]);
    await hidden.close();
  });
});
