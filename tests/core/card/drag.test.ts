import { describe, expect, test } from 'vitest';
import { createDrag, type DragStep } from '../../../src/core/card/drag.ts';

const step = (phase: DragStep['phase'], screenX: number, screenY = 0): DragStep => ({ phase, screenX, screenY });

const CASES: readonly (readonly [name: string, steps: readonly DragStep[], moved: readonly [x: number, y: number]])[] =
  [
    [
      'goes from the grip to the drop',
      [step('grabbed', 10, 5), step('dragged', 30, 9), step('dropped', 40, 1)],
      [30, -4],
    ],
    ['does not begin without a grip', [step('dragged', 30), step('dropped', 40)], [0, 0]],
    [
      'ends with the drop',
      [step('grabbed', 10), step('dropped', 40), step('dragged', 90), step('dropped', 95)],
      [30, 0],
    ],
    [
      'REGRESSION: ends where it was dropped, though a move of before is heard of late',
      [step('grabbed', 10), step('dragged', 35), step('dragged', 20), step('dropped', 40)],
      [30, 0],
    ],
    ['begins anew with each grip', [step('grabbed', 10), step('grabbed', 100), step('dropped', 101)], [1, 0]],
  ];

describe('a drag', () => {
  test.each(CASES)('%s', (_name, steps, moved) => {
    const way = { x: 0, y: 0 };
    const drag = createDrag((byX, byY) => {
      way.x += byX;
      way.y += byY;
    });
    for (const taken of steps) drag(taken);
    expect([way.x, way.y]).toEqual(moved);
  });
});
