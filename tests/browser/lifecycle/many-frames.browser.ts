import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../drive.ts';
import { expectMarks, markedIn, until } from '../reader.ts';
import { useStage } from '../stage.ts';
import { isThorough } from '../thoroughness.ts';

const LARGE = 4;
const FAR = 6;
const ALL = isThorough ? 200 : 80;
const TINY = ALL - LARGE - FAR;
const frame = (kind: string, style: string): string =>
  `<iframe src="/framed?${kind}" style="border:0;${style}"></iframe>`;
const PAGE = `<!doctype html><meta charset="utf-8"><title>Frames</title><p>Yesterday Huawei grew.</p>
${frame('large', 'width:300px;height:100px').repeat(LARGE)}
${frame('tiny', 'width:4px;height:4px').repeat(TINY)}
<div style="height:6000px"></div>${frame('far', 'width:300px;height:100px').repeat(FAR)}`;

describe.each(BROWSERS)(`a page of ${ALL} frames in %s`, (name) => {
  const stage = useStage(name, {
    '/frames': () => PAGE,
    '/framed': () => '<!doctype html><meta charset="utf-8"><title>Framed</title><p>Baidu grew.</p>',
  });

  test('M7: names are marked in the page and in the frames one can read, and in no other', async () => {
    const page = await stage.open('/frames');
    await expectMarks(page, ['Huawei']);
    const marked = async (): Promise<Record<string, number>> => {
      const counts: Record<string, number> = { large: 0, tiny: 0, far: 0 };
      const kinds = await Promise.all(
        page
          .frames()
          .slice(1)
          .map(async (each) => {
            const kind = await each.evaluate(() => location.search.slice(1), null);
            return (await markedIn(each)).length > 0 ? kind : '';
          }),
      );
      for (const kind of kinds) if (kind !== '') counts[kind] = (counts[kind] ?? 0) + 1;
      return counts;
    };
    await until(marked, (counts) => counts['large'] === LARGE, 'marks in the large frames');
    await sleep(2000);
    expect(await marked()).toEqual({ large: LARGE, tiny: 0, far: 0 });
    await page.close();
  });
});
