import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stepFrames } from '../../src/background/step-frames.ts';

/** A tab whose frames have so many marks each; notes where it goes. */
function makeTab(marks: readonly number[]) {
  const last: (number | null)[] = marks.map(() => null);
  const visited: string[] = [];
  const next = () =>
    stepFrames([...marks.keys()], (frame, start) => {
      const before = last[frame] ?? null;
      const wanted = start === 'last' ? (before === null ? null : before + 1) : 0;
      const found = wanted !== null && wanted < (marks[frame] ?? 0);
      last[frame] = found ? wanted : null;
      if (found) visited.push(`${frame}.${wanted}`);
      return Promise.resolve({ found, wasHere: before !== null });
    });
  return { next, visited };
}

test('goes on into the next frame, and round again', async () => {
  const { next, visited } = makeTab([2, 0, 1]);
  for (let step = 0; step < 4; step++) await next();
  expect(visited).toEqual(['0.0', '0.1', '2.0', '0.0']);
});

test('without a mark anywhere it goes nowhere', async () => {
  const { next, visited } = makeTab([0, 0]);
  await next();
  expect(visited).toEqual([]);
});

test('a round visits every mark of every frame once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(4), { minLength: 1, maxLength: 5 }), async (marks) => {
      const all = marks.flatMap((count, frame) => Array.from({ length: count }, (_, mark) => `${frame}.${mark}`));
      const { next, visited } = makeTab(marks);
      for (let step = 0; step < all.length; step++) await next();
      expect(visited).toEqual(all);
    }),
  );
});

test('a frame that does not answer is passed over', async () => {
  const asked: number[] = [];
  await stepFrames([0, 4], (frame) => {
    asked.push(frame);
    return Promise.resolve(frame === 4 && asked.length > 2 ? { found: true, wasHere: false } : null);
  });
  expect(asked).toEqual([0, 4, 0, 4]);
});
