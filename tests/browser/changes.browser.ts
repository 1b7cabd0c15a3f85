import { describe, expect, test } from 'vitest';
import { BROWSERS } from './drive.ts';
import { editPage, readStretches } from './edit-page.ts';
import { expectMarks, markedIn, until } from './reader.ts';
import { useStage } from './stage.ts';
import { isThorough } from './thoroughness.ts';

const SEEDS = Array.from({ length: isThorough ? 4 : 2 }, (_, number) => 1000 + number * 77);
const EDITS_BETWEEN_LOOKS = 12;

describe.each(BROWSERS)('changes of a page in %s', (name) => {
  let twin = '';
  const stage = useStage(name, {
    '/twin': () => `<!doctype html><html lang="en"><meta charset="utf-8"><body>${twin}</body></html>`,
    '/feed': () => '<!doctype html><html lang="en"><meta charset="utf-8"><body><main></main></body></html>',
  });

  test.each(SEEDS)('after any edits the marks are those of a fresh reading (seed %i)', async (seed) => {
    twin = '<p>Huawei and SenseTime.</p><div>iFlytek <b>too</b></div>';
    const edited = await stage.open('/twin');
    for (let look = 0; look < 3; look++) {
      await edited.evaluate(editPage, { seed: seed + look, edits: EDITS_BETWEEN_LOOKS });
      twin = await edited.evaluate(() => document.body.innerHTML, null);
      const fresh = await stage.open('/twin');
      for (const page of [edited, fresh])
        await until(
          () => markedIn(page),
          (marks) => marks.at(-1) === 'Hikvision',
          'the last mark',
        );
      const wanted = JSON.stringify(await fresh.evaluate(readStretches, undefined));
      await until(
        async () => JSON.stringify(await edited.evaluate(readStretches, undefined)),
        (stretches) => stretches === wanted,
        `marks after the edits of seed ${seed + look}, which should be ${wanted}`,
      );
      await fresh.close();
    }
    await edited.close();
  });

  test('M1: a page that changes a thousand times a second is marked a moment after it rests', async () => {
    const opened = await stage.open('/feed');
    await opened.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const main = document.querySelector('main');
          const end = performance.now() + 3000;
          const change = (): void => {
            for (let turn = 0; turn < 16; turn++) {
              const line = document.createElement('p');
              line.textContent = `Tick ${turn}, Huawei ${Math.random()}.`;
              main?.replaceChildren(line);
            }
            if (performance.now() < end) setTimeout(change, 16);
            else {
              if (main !== null) main.innerHTML = '<p>SenseTime at last.</p>';
              resolve();
            }
          };
          change();
        }),
      null,
    );
    await expectMarks(opened, ['SenseTime']);
    await opened.close();
  });

  test('M3: of screens that have come and gone no range is kept', async () => {
    const opened = await stage.open('/feed');
    await opened.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const main = document.querySelector('main');
          let screen = 0;
          const turn = (): void => {
            for (let more = 0; more < 20; more++) {
              const section = document.createElement('section');
              section.innerHTML = `<h2>Screen ${screen}</h2><p>Huawei and SenseTime, ${screen++}.</p>`.repeat(2);
              main?.append(section);
              for (const old of [...(main?.children ?? [])].slice(0, -5)) old.remove();
            }
            if (screen < 10_000) setTimeout(turn);
            else resolve();
          };
          turn();
        }),
      null,
    );
    const sizes = await until(
      () =>
        opened.evaluate(
          () => ({
            ranges: [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0),
            stale: [...CSS.highlights.values()].flatMap((highlight) =>
              ([...highlight] as StaticRange[]).filter(({ startContainer }) => !startContainer.isConnected),
            ).length,
          }),
          null,
        ),
      ({ ranges, stale }) => ranges === 20 && stale === 0,
      'ranges of what is there',
    );
    expect(sizes).toEqual({ ranges: 20, stale: 0 });
    await opened.close();
  });
});
